//! `Report`: everything that deviates, for people and for machines.

use std::fmt;

use serde::ser::{Serialize, SerializeStruct, Serializer};

use crate::issue::{Issue, Severity};

/// Everything that deviates, in declaration order.
///
/// `Display` shows one line for each issue and a line that counts them. It serializes as
/// `{"violations": 1, "drift": 0, "notes": 2, "issues": […]}`, with the [issues](Issue) in order.
///
/// As an error (from [`into_result`](Report::into_result)) it says the same.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[must_use = "a report says what is wrong only if somebody reads it"]
pub struct Report {
    pub(crate) issues: Vec<Issue>,
}

impl Report {
    /// A report without an issue.
    pub const fn new() -> Self {
        Report { issues: Vec::new() }
    }

    /// All issues, in declaration order.
    pub fn issues(&self) -> &[Issue] {
        &self.issues
    }

    /// What breaks the declaration.
    pub fn violations(&self) -> impl Iterator<Item = &Issue> {
        self.of(Severity::Violation)
    }

    /// Where the server is ahead of these types, or behind them.
    pub fn drift(&self) -> impl Iterator<Item = &Issue> {
        self.of(Severity::Drift)
    }

    /// What is worth knowing and nobody's fault.
    pub fn notes(&self) -> impl Iterator<Item = &Issue> {
        self.of(Severity::Note)
    }

    /// How bad the worst issue is; `None` where there is no issue.
    pub fn worst(&self) -> Option<Severity> {
        self.issues.iter().map(|issue| issue.severity).max()
    }

    /// The number of issues of all severities.
    pub fn len(&self) -> usize {
        self.issues.len()
    }

    /// Whether nothing deviates at all.
    pub fn is_empty(&self) -> bool {
        self.issues.is_empty()
    }

    /// Whether there is no violation. There may be drift and notes.
    pub fn is_valid(&self) -> bool {
        self.worst() < Some(Severity::Violation)
    }

    /// Turns a report with a violation into an error.
    ///
    /// # Errors
    ///
    /// The whole report, drift and notes included, where there is a violation.
    pub fn into_result(self) -> Result<(), Report> {
        match self.is_valid() {
            true => Ok(()),
            false => Err(self),
        }
    }

    /// `2 violations, 1 note`, or that nothing deviates.
    pub(crate) fn summary(&self) -> String {
        let counts = [
            (self.violations().count(), "violation", "violations"),
            (self.drift().count(), "drift", "drifts"),
            (self.notes().count(), "note", "notes"),
        ];
        let counts = counts.into_iter().filter(|(n, ..)| *n > 0);
        let told: Vec<String> = counts
            .map(|(n, one, many)| format!("{n} {}", if n == 1 { one } else { many }))
            .collect();
        match told.as_slice() {
            [] => "no deviation".to_owned(),
            told => told.join(", "),
        }
    }

    fn of(&self, severity: Severity) -> impl Iterator<Item = &Issue> {
        self.issues
            .iter()
            .filter(move |issue| issue.severity == severity)
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for issue in &self.issues {
            writeln!(f, "{issue}")?;
        }
        f.write_str(&self.summary())
    }
}

impl std::error::Error for Report {}

impl Serialize for Report {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut report = serializer.serialize_struct("Report", 4)?;
        report.serialize_field("violations", &self.violations().count())?;
        report.serialize_field("drift", &self.drift().count())?;
        report.serialize_field("notes", &self.notes().count())?;
        report.serialize_field("issues", &self.issues)?;
        report.end()
    }
}

impl Extend<Issue> for Report {
    fn extend<I: IntoIterator<Item = Issue>>(&mut self, issues: I) {
        self.issues.extend(issues);
    }
}

impl FromIterator<Issue> for Report {
    fn from_iter<I: IntoIterator<Item = Issue>>(issues: I) -> Self {
        Report {
            issues: issues.into_iter().collect(),
        }
    }
}

impl IntoIterator for Report {
    type Item = Issue;
    type IntoIter = std::vec::IntoIter<Issue>;

    fn into_iter(self) -> Self::IntoIter {
        self.issues.into_iter()
    }
}

impl<'a> IntoIterator for &'a Report {
    type Item = &'a Issue;
    type IntoIter = std::slice::Iter<'a, Issue>;

    fn into_iter(self) -> Self::IntoIter {
        self.issues.iter()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json::Pointer;

    use crate::issue::{Code, Words};

    fn issue(code: Code) -> Issue {
        let mut pointer = Pointer::default();
        pointer.push_key("a");
        Issue::new(pointer, code, "odd")
    }

    #[test]
    fn only_a_violation_makes_it_invalid() {
        let mut report = Report::new();
        assert!(report.is_valid() && report.is_empty());
        report.extend([issue(Code::UnknownWord), issue(Code::NullMember)]);
        assert!(report.is_valid() && !report.is_empty());
        assert_eq!(report.clone().into_result(), Ok(()));
        report.extend(Report::from_iter([issue(Code::Range)]));
        assert!(!report.is_valid());
        assert_eq!(report.clone().into_result(), Err(report));
    }

    #[test]
    fn people_read_a_line_for_each_issue_and_a_sum() {
        let report = Report::from_iter([
            issue(Code::Len),
            issue(Code::Range),
            issue(Code::UnknownWord),
        ]);
        assert_eq!(
            report.to_string(),
            "violation[len] /a: odd\n\
             violation[range] /a: odd\n\
             drift[unknown_word] /a: odd\n\
             2 violations, 1 drift"
        );
        assert_eq!(Report::new().to_string(), "no deviation");
    }

    #[test]
    fn machines_read_stable_json() {
        let words = Words {
            message: "odd".to_owned(),
            expected: None,
            found: Some("60".to_owned()),
        };
        let range = Issue::saying(issue(Code::Range).pointer, Code::Range, words);
        let report = Report::from_iter([range, issue(Code::NullMember)]);
        assert_eq!(
            serde_json::to_string(&report).unwrap(),
            concat!(
                r#"{"violations":1,"drift":0,"notes":1,"issues":["#,
                r#"{"pointer":"/a","code":"range","severity":"violation","message":"odd","found":"60"},"#,
                r#"{"pointer":"/a","code":"null_member","severity":"note","message":"odd"}]}"#,
            )
        );
    }
}
