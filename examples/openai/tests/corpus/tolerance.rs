//! How much of what a server sent is read, and whether all that two validators found wrong is told.

use std::collections::BTreeMap;

use api_object::describe::{Descriptor, Member, Presence, Shape, Word};
use api_object::{ApiObject, Code, Fill, Issue, Reader, Report, Severity};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::json_value::JsonValue;

/// What became of a sample in each of three ways to read it.
pub(crate) struct Tolerated {
    by_serde: bool,
    by_reader: bool,
    /// Whether it came back by both writers, and what deviates, where it was read with placeholders.
    filled: Option<(bool, Report)>,
    descriptor: Descriptor,
}

pub(crate) fn tolerate<T>(json: &str) -> Tolerated
where
    T: ApiObject + for<'de> Fill<'de> + Serialize + DeserializeOwned,
{
    let filled = Reader::new().fill_missing().from_str::<T>(json).ok();
    let sent = JsonValue::read(json);
    let comes_back = |value: &T| {
        let theirs = serde_json::to_string(value).expect("serde_json writes it");
        let both = [api_object::to_string(value), theirs];
        both.iter().all(|back| JsonValue::read(back) == sent)
    };
    Tolerated {
        by_serde: serde_json::from_str::<T>(json).is_ok(),
        by_reader: api_object::from_str::<T>(json).is_ok(),
        filled: filled.map(|value| (comes_back(&value), value.report())),
        descriptor: T::DESCRIPTOR,
    }
}

/// What the validators say of a case.
#[derive(Deserialize)]
pub(crate) struct Verdict {
    pub(crate) id: u32,
    #[serde(default)]
    errors: Vec<Cause>,
    /// Members that the document does not declare; `*` stands for any index.
    #[serde(default)]
    undeclared: Vec<String>,
}

#[derive(Deserialize)]
struct Cause {
    kind: String,
    at: String,
    detail: String,
}

impl Cause {
    /// The value or member that the cause is about.
    fn pointer(&self) -> String {
        let at = self.at.trim_end_matches('/');
        match self.kind.as_str() {
            "required-missing" => format!("{at}/{}", self.detail),
            _ => at.to_owned(),
        }
    }

    /// Whether an issue is about this, and says it: by its place and by its code.
    fn is_told_by(&self, issue: &Issue) -> bool {
        let says = match self.kind.as_str() {
            "required-missing" => matches!(issue.code, Code::MissingMember | Code::MissingFilled),
            "null-not-allowed" | "wrong-type" => {
                matches!(issue.code, Code::Misfit | Code::MisfitFilled)
            }
            "value-not-in-enum" => matches!(issue.code, Code::UnknownWord | Code::FormerTag),
            _ => false,
        };
        says && issue.pointer.as_str() == self.pointer()
    }
}

/// What became of the cases of a direction.
#[derive(Default)]
pub(crate) struct Sum {
    cases: usize,
    by_serde: usize,
    by_reader: usize,
    filled: usize,
    equal: usize,
    /// Causes that validators found, those that the report tells, and those that the declaration allows.
    causes: usize,
    told: usize,
    allowed: usize,
    /// What the report tells and no validator found, by code and reason.
    pub(crate) beyond: BTreeMap<String, usize>,
    pub(crate) complaints: Vec<String>,
}

impl Sum {
    pub(crate) fn add(&mut self, case: u32, verdict: Option<&Verdict>, read: &Tolerated) {
        self.cases += 1;
        self.by_serde += usize::from(read.by_serde);
        self.by_reader += usize::from(read.by_reader);
        let Some((is_equal, report)) = &read.filled else {
            self.complaints
                .push(format!("case {case}: not read with placeholders"));
            return;
        };
        self.filled += 1;
        self.equal += usize::from(*is_equal);
        if !is_equal {
            self.complaints
                .push(format!("case {case}: does not come back"));
        }
        let causes = verdict.map_or(&[][..], |verdict| &verdict.errors);
        for cause in causes {
            self.cause(case, cause, read.descriptor, report);
        }
        let is_told_by = |issue: &&Issue| causes.iter().any(|cause| cause.is_told_by(issue));
        let undeclared = verdict.map_or(&[][..], |verdict| &verdict.undeclared);
        for issue in report.issues().iter().filter(|issue| !is_told_by(issue)) {
            match reason(issue, undeclared) {
                Some(reason) => {
                    let row = format!("| `{}` | {reason} |", issue.code);
                    *self.beyond.entry(row).or_default() += 1;
                }
                None => self
                    .complaints
                    .push(format!("case {case}: no validator finds {issue}")),
            }
        }
    }

    fn cause(&mut self, case: u32, cause: &Cause, descriptor: Descriptor, report: &Report) {
        self.causes += 1;
        let pointer = &cause.pointer();
        if report.issues().iter().any(|issue| cause.is_told_by(issue)) {
            self.told += 1;
        } else if allows(descriptor, pointer, cause) {
            self.allowed += 1;
        } else {
            let kind = &cause.kind;
            self.complaints
                .push(format!("case {case}: {kind} at {pointer} is not told"));
        }
    }

    pub(crate) fn row(&self, name: &str) -> String {
        let Sum {
            cases,
            by_serde,
            by_reader,
            filled,
            equal,
            causes,
            told,
            allowed,
            ..
        } = self;
        format!(
            "| {name} | {cases} | {by_serde} | {by_reader} | {filled} | {equal} | {causes} | {told} | {allowed} |"
        )
    }

    pub(crate) fn with(mut self, other: &Sum) -> Sum {
        self.cases += other.cases;
        self.by_serde += other.by_serde;
        self.by_reader += other.by_reader;
        self.filled += other.filled;
        self.equal += other.equal;
        self.causes += other.causes;
        self.told += other.told;
        self.allowed += other.allowed;
        for (row, count) in &other.beyond {
            *self.beyond.entry(row.clone()).or_default() += count;
        }
        self
    }
}

/// Why validators do not find an issue, in the words of the page in the docs; nothing where they should have.
fn reason(issue: &Issue, undeclared: &[String]) -> Option<&'static str> {
    let pointer = issue.pointer.as_str();
    let is_undeclared = || undeclared.iter().any(|pattern| is_like(pointer, pattern));
    match issue.code {
        Code::UnknownMember if is_undeclared() => {
            Some("a member that the document does not declare, and allows; told as drift")
        }
        Code::UnknownMember => Some(
            "a member that the document declares, and this declaration does not; told as drift",
        ),
        Code::MissingMember if issue.severity == Severity::Note => {
            Some("a nullable member is absent, which the document allows; told as a note")
        }
        Code::FormerName => {
            Some("a member came under a name that the declaration calls a former one")
        }
        Code::Order => Some("two moments in the wrong order: a rule of the prose"),
        Code::Ensure => Some("a sum that does not come out: a rule of the prose"),
        Code::Unset => Some("null in a status in which it must be set: a rule of the prose"),
        Code::Set => Some("set in a status in which it must be null: a rule of the prose"),
        _ => None,
    }
}

fn is_like(pointer: &str, pattern: &str) -> bool {
    let (mut segments, mut patterns) = (pointer.split('/'), pattern.split('/'));
    let is_equal = patterns.all(|pattern| {
        let is_index = |segment: &str| segment.bytes().all(|byte| byte.is_ascii_digit());
        let segment = segments.next();
        segment.is_some_and(|segment| segment == pattern || pattern == "*" && is_index(segment))
    });
    is_equal && segments.next().is_none()
}

/// Whether a declaration lets that be which a validator finds wrong: it declares no such member, or one that may be
/// absent, null, of that type, or that word; or takes what holds it for null.
fn allows(descriptor: Descriptor, pointer: &str, cause: &Cause) -> bool {
    // Whether a value is of the declared type is always told.
    if cause.kind == "wrong-type" {
        return true;
    }
    let segments: Vec<&str> = pointer.split('/').skip(1).collect();
    let Some((name, way)) = segments.split_last() else {
        return false;
    };
    let mut objects = vec![descriptor];
    for segment in way {
        if objects
            .iter()
            .any(|object| member(object, segment).is_some_and(|m| !m.null_like().is_empty()))
        {
            return true;
        }
        objects = objects
            .into_iter()
            .flat_map(|object| below(object, segment))
            .collect();
    }
    let is_object = |object: &Descriptor| matches!(object, Descriptor::Object(_));
    objects.iter().any(is_object)
        && objects
            .iter()
            .filter(|object| is_object(object))
            .all(|object| member(object, name).is_none_or(|member| lets(member, cause)))
}

fn lets(member: &Member, cause: &Cause) -> bool {
    let free = member.may_be_absent_or_null() || member.presence() == Presence::Free;
    match cause.kind.as_str() {
        "required-missing" => {
            free || matches!(member.presence(), Presence::Optional | Presence::Default)
        }
        "null-not-allowed" => free || member.presence() == Presence::Nullable,
        "value-not-in-enum" => named_in(&member.shape).iter().any(|named| match named {
            Descriptor::OpenEnum(words) => {
                let is_word = |word: &Word| cause.detail == format!("'{}'", word.name);
                words.words.iter().any(is_word)
            }
            _ => false,
        }),
        _ => false,
    }
}

fn member(object: &Descriptor, name: &str) -> Option<&'static Member> {
    match object {
        Descriptor::Object(object) => object.members.iter().find(|member| member.name == name),
        _ => None,
    }
}

/// The types of what stands under a name or an index in a value of this type.
fn below(descriptor: Descriptor, segment: &str) -> Vec<Descriptor> {
    match member(&descriptor, segment) {
        Some(member) => named_in(&member.shape),
        None if segment.bytes().all(|byte| byte.is_ascii_digit()) => vec![descriptor],
        None => Vec::new(),
    }
}

/// The declared types that a shape leads to, through lists and what may be null.
fn named_in(shape: &Shape) -> Vec<Descriptor> {
    match shape {
        Shape::Named(descriptor) => vec![descriptor()],
        Shape::Nullable(inner)
        | Shape::NullOrAbsent(inner)
        | Shape::List(inner)
        | Shape::Items(inner)
        | Shape::Map(inner) => named_in(inner),
        Shape::IdOr(_, object) => named_in(object),
        _ => Vec::new(),
    }
}
