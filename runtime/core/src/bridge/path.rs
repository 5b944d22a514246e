//! Where in a value the bridge is, for its messages.

use std::cell::{Cell, RefCell};
use std::fmt;

use serde::de::Error;

use crate::issue::{Code, Issue, OneLine, Severity};
use crate::json::Pointer;
use crate::read::READ_IN_VAIN;

/// A step on the way down, on the stack of whoever made it.
#[derive(Clone, Copy)]
pub(super) enum Path<'a> {
    Root(&'a Budget),
    Key(&'a Path<'a>, &'a str),
    Index(&'a Path<'a>, usize),
    /// Inside of a secret, at the same place.
    Secret(&'a Path<'a>),
}

/// How many bytes may yet be read in vain, as variants that do not fit.
#[derive(Default)]
pub(super) struct Budget {
    left: Cell<usize>,
    /// Whether a variant is being tried.
    within: Cell<bool>,
    /// How many objects lacked their tag, without which they may be others.
    tagless: Cell<usize>,
    /// What was told last, for who keeps what cannot be read.
    told: RefCell<Option<Told>>,
}

/// What is wrong with a value; where members are missing, their names, each of which is an issue of its own.
struct Told {
    issue: Issue,
    missing: Vec<&'static str>,
}

impl Told {
    fn into_issues(self) -> Vec<Issue> {
        if self.missing.is_empty() {
            return vec![self.issue];
        }
        let missing = |name: &str| {
            let mut pointer = self.issue.pointer.clone();
            pointer.push_key(name);
            Issue::new(pointer, Code::MissingMember, is_missing(name))
        };
        self.missing.iter().map(|name| missing(name)).collect()
    }
}

fn is_missing(name: &str) -> String {
    format!("`{name}` is missing")
}

impl Budget {
    /// Begins with the variants of a value of this length; answers whether no other is being tried.
    pub(super) fn enter(&self, length: usize) -> bool {
        let is_outermost = !self.within.replace(true);
        if is_outermost {
            self.left.set(length.saturating_mul(READ_IN_VAIN));
        }
        is_outermost
    }

    /// Ends what [`enter`](Self::enter) began, which it answered.
    pub(super) fn leave(&self, is_outermost: bool) {
        self.within.set(!is_outermost);
    }

    /// What was told with this error, whose places begin at the value that was read.
    pub(super) fn told(&self, error: &serde_json::Error) -> Vec<Issue> {
        let words = error.to_string();
        // A format may have an error of its own.
        let told = self
            .told
            .take()
            .filter(|told| words.contains(&*told.issue.message()));
        match told {
            Some(told) => told.into_issues(),
            None => vec![Issue::new(Pointer::default(), Code::Misfit, words)],
        }
    }

    /// Notes whether an object lacks its tag.
    pub(super) fn note_tag(&self, is_missing: bool) {
        self.tagless.update(|count| count + usize::from(is_missing));
    }

    /// How many objects lacked their tag so far.
    pub(super) fn tagless(&self) -> usize {
        self.tagless.get()
    }

    /// Notes what was read in vain, and says whether more may be.
    pub(super) fn spend(&self, length: usize) -> bool {
        self.left.set(self.left.get().saturating_sub(length));
        self.left.get() > 0
    }
}

impl<'a> Path<'a> {
    pub(super) fn budget(&self) -> &'a Budget {
        match self {
            Path::Root(budget) => budget,
            Path::Key(parent, _) | Path::Index(parent, _) | Path::Secret(parent) => parent.budget(),
        }
    }

    /// The same place, inside of a value that may be a secret.
    pub(super) fn within(&'a self, is_secret: bool) -> Self {
        match is_secret {
            true => Path::Secret(self),
            false => *self,
        }
    }

    /// Whether this is inside of a secret.
    pub(super) fn is_secret(&self) -> bool {
        match self {
            Path::Root(_) => false,
            Path::Secret(_) => true,
            Path::Key(parent, _) | Path::Index(parent, _) => parent.is_secret(),
        }
    }

    /// The error for what is wrong here.
    #[cold]
    pub(super) fn error<E: Error>(&self, code: Code, message: String) -> E {
        self.tell(Issue::new(Pointer::default(), code, message))
    }

    /// The error for members that the object here lacks.
    #[cold]
    pub(super) fn missing<E: Error>(&self, names: Vec<&'static str>) -> E {
        let message = match names.as_slice() {
            [name] => is_missing(name),
            names => format!("`{}` are missing", names.join("`, `")),
        };
        let issue = Issue::new(Pointer::default(), Code::MissingMember, message);
        // Where in a secret something is missing is kept to itself.
        let names = if self.is_secret() { Vec::new() } else { names };
        self.tell_all(issue, names)
    }

    /// The error for an issue, whose place is here.
    #[cold]
    pub(super) fn tell<E: Error>(&self, issue: Issue) -> E {
        self.tell_all(issue, Vec::new())
    }

    fn tell_all<E: Error>(&self, mut issue: Issue, missing: Vec<&'static str>) -> E {
        let error = E::custom(format_args!("{self}{}", issue.message()));
        issue.pointer = self.pointer();
        issue.severity = Severity::Violation;
        self.budget().told.replace(Some(Told { issue, missing }));
        error
    }

    fn pointer(&self) -> Pointer {
        match self {
            Path::Root(_) => Pointer::default(),
            Path::Secret(parent) => parent.pointer(),
            // The names in a secret may be secret, too.
            Path::Key(parent, _) | Path::Index(parent, _) if parent.is_secret() => parent.pointer(),
            Path::Key(parent, key) => {
                let mut pointer = parent.pointer();
                pointer.push_key(key);
                pointer
            }
            Path::Index(parent, index) => {
                let mut pointer = parent.pointer();
                pointer.push_index(*index);
                pointer
            }
        }
    }
}

/// `at /a/b: `, and nothing at the root.
impl fmt::Display for Path<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.pointer().as_str() {
            "" => Ok(()),
            pointer => write!(f, "at {}: ", OneLine(pointer)),
        }
    }
}
