//! What a check of payloads says, for people and for programs.

use api_object::{Issue, Reader, Report};
use serde::Serialize;

use crate::judge::{Type, Verdict};
use crate::payloads::{Form, Payload};

/// A text that was held against a type.
#[derive(Debug)]
pub struct Checked {
    name: String,
    payloads: Vec<(Payload, Found)>,
}

/// What was found of a payload.
#[derive(Debug)]
enum Found {
    /// It was judged, and this is shown of it.
    Judged(Verdict, String),
    /// There is no payload, and this is why.
    Nothing(String),
}

/// How a check ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Ending {
    /// No payload breaks the type; there may be drift and notes.
    Clean,
    /// A payload breaks it.
    Violations,
    /// A payload is no JSON, or a text could not be read.
    Unreadable,
}

impl Checked {
    /// Holds each payload of a text against a type. Where a required member is missing or does not fit, the rest of the
    /// payload is judged all the same.
    pub fn new(ty: Type, name: &str, form: Form, text: &str) -> Checked {
        let reader = Reader::new().fill_missing();
        let payloads = form.payloads(text).into_iter().map(|payload| {
            let found = match &payload.json {
                Err(why) => Found::Nothing(why.clone()),
                Ok(json) => judged(ty, &reader, name, (form, &payload), json),
            };
            (payload, found)
        });
        Checked {
            name: name.to_owned(),
            payloads: payloads.collect(),
        }
    }

    /// How this ends.
    pub fn ending(&self) -> Ending {
        let endings = self.payloads.iter().map(|(_, found)| found.ending());
        endings.max().unwrap_or(Ending::Clean)
    }

    /// What is shown to people: each payload that deviates, with the lines that it is about.
    pub fn show(&self) -> String {
        let mut out = String::new();
        for (payload, found) in &self.payloads {
            match found {
                Found::Judged(_, shown) => out.push_str(shown),
                Found::Nothing(why) => {
                    let place = place(&self.name, payload);
                    out.push_str(&format!("violation[syntax]: {why}\n --> {place}\n\n"));
                }
            }
        }
        out
    }

    /// The name of a text in which there is no payload.
    pub fn without_payload(&self) -> Option<&str> {
        self.payloads.is_empty().then_some(&self.name)
    }

    /// How many payloads end so.
    pub fn count(&self, ending: Ending) -> usize {
        let endings = self.payloads.iter().map(|(_, found)| found.ending());
        endings.filter(|one| *one == ending).count()
    }

    fn entries(&self) -> impl Iterator<Item = Entry<'_>> {
        self.payloads.iter().map(|(payload, found)| Entry {
            file: &self.name,
            line: payload.line,
            event: payload.event.as_deref(),
            verdict: found.ending().word(),
            report: found.report(),
            errors: found.errors(payload),
        })
    }
}

/// Reads a payload, and says what deviates with the lines of its file.
fn judged(
    ty: Type,
    reader: &Reader,
    name: &str,
    (form, payload): (Form, &Payload),
    json: &str,
) -> Found {
    let verdict = ty.judge(reader, json.as_bytes());
    if matches!(&verdict, Verdict::Read(report) if report.is_empty()) {
        return Found::Judged(verdict, String::new());
    }
    // Empty lines before it, and a line of a file has its own number. The data of an event are a text of their own.
    let (lines, name) = match form {
        Form::Events => (0, place(name, payload)),
        Form::Json | Form::Lines => (payload.line - 1, name.to_owned()),
    };
    let text = "\n".repeat(lines) + json;
    let source = ty.source(text.as_bytes()).named(&name);
    let shown = match ty.judge(reader, text.as_bytes()) {
        Verdict::Read(report) => source.show_report(&report),
        Verdict::Refused(error) => source.show_error(&error),
    };
    Found::Judged(verdict, shown + "\n")
}

fn place(name: &str, payload: &Payload) -> String {
    match &payload.event {
        Some(event) => format!("{name}, event {event} at line {}", payload.line),
        None => format!("{name}:{}", payload.line),
    }
}

impl Found {
    fn ending(&self) -> Ending {
        match self {
            Found::Nothing(_) => Ending::Unreadable,
            Found::Judged(verdict, _) if verdict.is_unreadable() => Ending::Unreadable,
            Found::Judged(verdict, _) if verdict.is_valid() => Ending::Clean,
            Found::Judged(..) => Ending::Violations,
        }
    }

    fn report(&self) -> Option<&Report> {
        match self {
            Found::Judged(Verdict::Read(report), _) => Some(report),
            _ => None,
        }
    }

    fn errors<'f>(&'f self, payload: &Payload) -> Vec<Place<'f>> {
        match self {
            Found::Judged(Verdict::Refused(error), _) => error
                .issues()
                .map(|at| Place {
                    line: at.line + payload.line - 1,
                    column: at.column,
                    issue: Some(&at.issue),
                    message: None,
                })
                .collect(),
            Found::Judged(Verdict::Read(_), _) => Vec::new(),
            Found::Nothing(why) => vec![Place {
                line: payload.line,
                column: 1,
                issue: None,
                message: Some(why),
            }],
        }
    }
}

impl Ending {
    /// The word of it for programs.
    pub fn word(self) -> &'static str {
        match self {
            Ending::Clean => "clean",
            Ending::Violations => "violations",
            Ending::Unreadable => "unreadable",
        }
    }
}

/// The results of all texts for programs.
pub fn to_json(all: &[Checked], unread: &[(String, String)]) -> String {
    let count = |ending| all.iter().map(|one| one.count(ending)).sum();
    let unread = unread.iter().map(|(file, message)| Entry {
        file,
        line: 0,
        event: None,
        verdict: Ending::Unreadable.word(),
        report: None,
        errors: vec![Place {
            line: 0,
            column: 0,
            issue: None,
            message: Some(message),
        }],
    });
    let told = Told {
        clean: count(Ending::Clean),
        violations: count(Ending::Violations),
        unreadable: count(Ending::Unreadable) + unread.len(),
        payloads: all
            .iter()
            .flat_map(Checked::entries)
            .chain(unread)
            .collect(),
    };
    serde_json::to_string(&told).unwrap_or_default()
}

#[derive(Serialize)]
struct Told<'c> {
    clean: usize,
    violations: usize,
    unreadable: usize,
    payloads: Vec<Entry<'c>>,
}

/// A payload for programs. Line 0 is none: the file could not be read.
#[derive(Serialize)]
struct Entry<'c> {
    file: &'c str,
    line: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    event: Option<&'c str>,
    verdict: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    report: Option<&'c Report>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    errors: Vec<Place<'c>>,
}

/// Why a payload was not read.
#[derive(Serialize)]
struct Place<'c> {
    line: usize,
    column: usize,
    #[serde(flatten)]
    issue: Option<&'c Issue>,
    #[serde(skip_serializing_if = "Option::is_none")]
    message: Option<&'c str>,
}
