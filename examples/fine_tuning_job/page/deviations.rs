//! The report, the worst first.

use api_object::{Issue, Report, Severity};

use crate::layout::Layout;

pub(crate) fn show(report: &Report, page: &mut Layout) {
    if report.is_empty() {
        page.heading("Nothing deviates from the declaration.");
    }
    for severity in Severity::ALL.into_iter().rev() {
        let issues = report.issues().iter();
        let issues: Vec<&Issue> = issues.filter(|issue| issue.severity == severity).collect();
        if !issues.is_empty() {
            page.heading(&format!("{} ({})", title(severity), issues.len()));
            issues.into_iter().for_each(|issue| show_issue(issue, page));
        }
    }
}

fn title(severity: Severity) -> &'static str {
    match severity {
        Severity::Violation => "Violations: the job breaks its declaration",
        Severity::Drift => "Drift: the server is ahead of these types, or behind them",
        _ => "Notes: nobody's fault, but worth knowing",
    }
}

fn show_issue(issue: &Issue, page: &mut Layout) {
    let place = match issue.pointer.as_str() {
        "" => "the job itself",
        pointer => pointer,
    };
    page.paragraph(2, &format!("{place} [{}]", issue.code));
    page.paragraph(4, &issue.message());
}
