//! What went wrong while reading, in the cheapest form that can still be told.

mod list;

pub(crate) use list::Faults;

use crate::describe::{ObjectType, Shape, UnionType};
use crate::issue::{Code, Issue, Said, Severity, Words, excerpt, quoted, shortened};
use crate::json::{Place, Pointer, locate};
use crate::node::KeyRefusal;

/// More faults than this against one variant are counted, not described. Those of unions within it count among them, since
/// what speaks against variants within variants would else grow with each level.
const REASONS: usize = 8;

/// Within how many unions it is said what speaks against each variant.
const UNIONS: usize = 3;

/// Something that did not fit, and the byte offset of it.
#[derive(Clone)]
pub(crate) struct Fault {
    pub(crate) at: usize,
    pub(crate) problem: Problem,
    /// Where the secret begins that it lies in, if it lies in one. It is told there, since the names in a secret may be
    /// secret, too: those of a map, and those that nobody declared.
    pub(crate) hidden: Option<usize>,
}

#[derive(Clone)]
pub(crate) enum Problem {
    /// A value that is not of its type.
    Misfit { shape: &'static Shape },
    /// A key that its map does not take.
    Key { refusal: KeyRefusal },
    /// An object whose tag no variant has.
    Variant { kind: &'static UnionType },
    /// A value that no variant of an untagged union takes, and what speaks against each that was tried.
    Unmatched {
        kind: &'static UnionType,
        why: Vec<Attempt>,
    },
    /// An object of another type.
    WrongTag { object: &'static ObjectType },
    /// Members that must be there.
    Missing { names: Vec<&'static str> },
    /// A member that stands twice.
    Duplicate { name: &'static str },
}

/// A variant that was tried in vain: its place, and its faults.
#[derive(Clone)]
pub(crate) struct Attempt {
    place: usize,
    faults: Vec<Fault>,
    /// How many more there were.
    untold: usize,
}

impl Attempt {
    /// That the variant at a place was tried in vain.
    pub(crate) fn new(place: usize, (faults, untold): (Vec<Fault>, usize)) -> Self {
        let mut attempt = Attempt {
            place,
            faults,
            untold,
        };
        let mut room = REASONS;
        attempt.shorten(&mut room, UNIONS);
        attempt
    }

    /// The place of the variant.
    pub(crate) fn place(&self) -> usize {
        self.place
    }

    /// Keeps the first faults, for which there is room.
    fn shorten(&mut self, room: &mut usize, unions: usize) {
        let mut kept = 0;
        while let (Some(fault), true) = (self.faults.get_mut(kept), *room > 0) {
            fault.shorten(room, unions);
            kept += 1;
        }
        self.untold += self.faults.len() - kept;
        self.faults.truncate(kept);
    }

    /// What speaks against the variant, whose name is this.
    fn told(&self, name: &str, value: &str, base: usize) -> String {
        let told = self.faults.iter().flat_map(|fault| fault.tell(value, base));
        let mut reasons: Vec<String> = told.map(|(issue, _)| reason(&issue)).collect();
        if self.untold > 0 {
            reasons.push(format!("{} more", self.untold));
        }
        format!("as {name}, {}", shortened(&reasons.join(", and ")))
    }
}

/// Why a value did not fit: its faults, which are told of its text when somebody asks.
#[derive(Clone, Default)]
pub(crate) struct Why {
    faults: Vec<Fault>,
    /// How many more there were.
    untold: usize,
    /// Where the value began.
    start: usize,
}

impl Why {
    #[cfg(test)]
    pub(crate) fn misfit(shape: &'static Shape) -> Self {
        Why {
            faults: vec![Fault::misfit(0, shape)],
            ..Why::default()
        }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.faults.is_empty()
    }

    /// What did not fit, in the order met.
    pub(crate) fn faults(&self) -> &[Fault] {
        &self.faults
    }

    /// Where the value began in the text that it was read from, where the faults count from.
    pub(crate) fn start(&self) -> usize {
        self.start
    }

    /// The issues, of the value with this text; pointers begin at that.
    #[cold]
    pub(crate) fn tell(&self, raw: &str) -> Vec<Issue> {
        let issues = |fault: &Fault| fault.issues(raw, self.start);
        let told = self.faults.iter().flat_map(issues);
        told.chain(self.rest()).collect()
    }

    fn add(&mut self, other: &Why) {
        self.faults.extend_from_slice(&other.faults);
        self.untold += other.untold;
    }

    /// That there is more than what is described, if there is.
    pub(crate) fn rest(&self) -> Option<Issue> {
        rest(self.untold)
    }
}

/// That so many more values do not fit than are described, unless there are none.
pub(crate) fn rest(untold: usize) -> Option<Issue> {
    let message = || format!("{untold} more values in it do not fit");
    (untold > 0).then(|| Issue::new(Pointer::default(), Code::Misfit, message()))
}

impl Fault {
    pub(crate) fn misfit(at: usize, shape: &'static Shape) -> Self {
        Fault {
            at,
            problem: Problem::Misfit { shape },
            hidden: None,
        }
    }

    /// Keeps of what speaks against variants only that for which there is room.
    fn shorten(&mut self, room: &mut usize, unions: usize) {
        match (&mut self.problem, unions.checked_sub(1)) {
            (Problem::Unmatched { why, .. }, None) => why.clear(),
            (Problem::Unmatched { why, .. }, Some(unions)) if !why.is_empty() => {
                why.iter_mut()
                    .for_each(|attempt| attempt.shorten(room, unions));
                return;
            }
            _ => {}
        }
        *room = room.saturating_sub(1);
    }

    /// What is said of a whole value with this text, which began at offset `base`, where that can be said late.
    pub(crate) fn of_whole(&self, raw: &str, base: usize) -> Option<Said> {
        match self.problem {
            Problem::Misfit { shape } if self.at == base && !self.is_secret() => {
                (!shape.is_foreign()).then(|| Said::misfit(shape, raw))
            }
            _ => None,
        }
    }

    /// The issues that this fault is, of a value with this text, which began at offset `base`.
    pub(crate) fn issues(&self, raw: &str, base: usize) -> Vec<Issue> {
        let issues = self.tell(raw, base).into_iter();
        issues.map(|(issue, _)| issue).collect()
    }

    /// The issues that this fault is, found in a text that begins at offset `base`.
    fn tell(&self, text: &str, base: usize) -> Vec<(Issue, Place)> {
        let at = self.at - base;
        let place = locate(text, self.hidden.unwrap_or(self.at) - base);
        let issue = |code, words: Words| {
            let mut issue = Issue::saying(place.pointer.clone(), code, words);
            issue.severity = Severity::Violation;
            issue
        };
        let mut issues = match &self.problem {
            Problem::Missing { names } => {
                let missing = |name: &&str| {
                    let words = Words::message(format!("`{name}` is missing"));
                    let mut issue = issue(Code::MissingMember, words);
                    issue.pointer.push_key(name);
                    issue
                };
                names.iter().map(missing).collect()
            }
            _ => {
                let (code, words) = self.words(value_text(text, at));
                vec![issue(code, words)]
            }
        };
        if self.is_secret() {
            hide(&mut issues, &place);
        }
        issues.into_iter().map(|i| (i, place.clone())).collect()
    }

    /// What is said of the value with this text. Of members that are missing, each is told by itself.
    fn words(&self, value: &str) -> (Code, Words) {
        let found = excerpt(value);
        let (code, message, expected, found) = match &self.problem {
            Problem::Misfit { shape } => {
                let (expected, beyond) = match self.is_secret() {
                    true => (shape.expected(), ""),
                    false => shape.expected_of(value),
                };
                let why = refusal(shape, value);
                let message = format!("expected {expected}, found {found}{beyond}{why}");
                (Code::Misfit, message, Some(expected), Some(found))
            }
            Problem::Key { refusal } => (Code::DuplicateMember, refusal.to_string(), None, None),
            Problem::Duplicate { name } => {
                let message = format!("`{name}` stands twice in its object");
                (Code::DuplicateMember, message, None, Some(found))
            }
            Problem::Variant { kind } => {
                let unknown = kind.unknown(value);
                let (message, expected) = unknown.refusal();
                let odd = unknown.odd.map(|(_, found)| found);
                let found = unknown.tag.map(|(_, word)| quoted(&word)).or(odd);
                (Code::UnknownVariant, message, Some(expected), found)
            }
            Problem::Unmatched { kind, why } => {
                let expected = kind.expected();
                let message = match why.is_empty() {
                    true => format!("expected {expected}, found {found}"),
                    false => unmatched(kind, why, value, self.at),
                };
                (Code::Misfit, message, Some(expected), Some(found))
            }
            Problem::WrongTag { object } => {
                let word = object.tag.map_or("", |tag| tag.word);
                let message = format!("expected the object `{word}`, found {found}");
                let expected = format!("\"{word}\"");
                (Code::WrongTag, message, Some(expected), Some(found))
            }
            Problem::Missing { names } => {
                let message = format!("`{}` is missing", names.join("`, `"));
                (Code::MissingMember, message, None, None)
            }
        };
        let words = Words {
            message,
            expected,
            found,
        };
        (code, words)
    }

    /// Whether what was found may not be shown.
    fn is_secret(&self) -> bool {
        self.hidden.is_some()
            || match &self.problem {
                Problem::Misfit { shape } => shape.holds_secret(),
                Problem::Unmatched { kind, .. } => kind.holds_secret(),
                _ => false,
            }
    }
}

/// Tells issues of a secret at its place, where the names in it are not told.
fn hide(issues: &mut [Issue], place: &Place) {
    for issue in issues {
        issue.hide();
        issue.pointer = place.pointer.clone();
    }
}

/// Why a type that only serde knows refuses a value: `: why`, or nothing.
fn refusal(shape: &Shape, value: &str) -> String {
    let why = shape.refusal(value);
    why.map_or_else(String::new, |why| format!(": {why}"))
}

/// The text of the value at `at`; up to the end of the line where it is not one.
fn value_text(text: &str, at: usize) -> &str {
    let rest = text.get(at..).unwrap_or_default();
    let mut input = crate::json::Input::from_text(rest);
    input
        .skip_value()
        .unwrap_or_else(|_| rest.lines().next().unwrap_or_default())
}

/// What speaks against each variant that was tried, of the value with this text, which begins at offset `base`.
fn unmatched(kind: &UnionType, why: &[Attempt], value: &str, base: usize) -> String {
    let reasons: Vec<String> = why
        .iter()
        .map(|attempt| {
            let name = kind.variants.get(attempt.place).map_or("", |v| v.word);
            attempt.told(name, value, base)
        })
        .collect();
    let name = kind.name;
    format!("no variant of {name} fits: {}", reasons.join("; "))
}

fn reason(issue: &Issue) -> String {
    match issue.pointer.as_str() {
        "" => issue.message().into_owned(),
        pointer => format!("at {pointer} {}", issue.message()),
    }
}
