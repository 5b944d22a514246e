//! What is asked of members and of objects.

use proc_macro2::{Ident, Span};
use syn::ext::IdentExt;
use syn::{Path, Type};

use super::Value;

pub(crate) struct Rule {
    pub(crate) level: Level,
    pub(crate) ask: Ask,
}

#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Level {
    Violation,
    Note,
}

/// What a string is the text of.
#[derive(Clone, Copy)]
pub(crate) enum Format {
    Uri,
    Email,
}

pub(crate) enum Ask {
    Range(Bound, Bound),
    /// A number above zero.
    MultipleOf(Number),
    OneOf(Vec<Number>),
    /// `one_of` of a boolean.
    Only(bool),
    /// Both ends included; `usize::MAX` where open above.
    Len(usize, usize),
    Pattern(String),
    StartsWith(Vec<String>),
    Format(Format),
    Unique,
    /// The rules inside are `Range`, `MultipleOf`, `OneOf`, `Only`, `Len`, `Pattern`, `StartsWith`, `Format`, `Unique` or `Each`.
    Each(Vec<Rule>),
    /// The other member's place among the members.
    Order(Order, usize),
    SetIn(StatusSet),
    NullIn(StatusSet),
    /// Set, or null, where another member is, or is not, one of these.
    SetIf(Condition),
    NullIf(Condition),
    /// Equal to another member, or to what is below it: its place, and wire names.
    SameAs(usize, Vec<String>),
    /// `check = path` on a field: `fn(&T) -> Result<(), impl Display>`, not called on `None`.
    Custom(Path),
}

#[derive(Clone)]
pub(crate) enum StatusSet {
    /// Places in the object's own table, ascending.
    Places(Vec<u16>),
    /// Statuses of an enum that stands elsewhere: only the compiler knows their places.
    Shared(Box<SharedSet>),
}

/// What all the names say together; or all other statuses of the enum.
#[derive(Clone)]
pub(crate) struct SharedSet {
    pub(crate) ty: Type,
    pub(crate) names: Vec<SharedName>,
    pub(crate) negated: bool,
}

/// `failed`, `!failed`, `active`, with the span of the user's.
#[derive(Clone)]
pub(crate) struct SharedName {
    pub(crate) said: Said,
    pub(crate) negated: bool,
}

#[derive(Clone)]
pub(crate) enum Said {
    Status(Ident),
    Active(Span),
    Ended(Span),
    /// Those that come only by way of this one.
    After(Ident),
    /// Those that cannot come after it.
    Before(Ident),
}

/// A status, as far as sets of statuses tell it from others.
pub(crate) enum OneStatus {
    /// Its place in the object's own table.
    Place(u16),
    /// Its name in the enum that has it, and whether it is an end state.
    Named(Ident, bool),
}

impl SharedSet {
    /// Whether the status is surely in the set: only the enum knows where arrows lead.
    fn has(&self, name: &Ident, ended: bool) -> bool {
        let is_said = |SharedName { said, negated }: &SharedName| {
            let is_meant = match said {
                Said::Status(ident) | Said::After(ident) => ident == name,
                Said::Active(_) => !ended,
                Said::Ended(_) => ended,
                Said::Before(_) => false,
            };
            is_meant != *negated
        };
        self.names.iter().any(is_said) != self.negated
    }

    /// A status that both sets name, whatever else is in them.
    pub(crate) fn common_name(&self, other: &SharedSet) -> Option<String> {
        let plain = |set: &SharedSet| !set.negated && set.names.iter().all(|name| !name.negated);
        let status = |name: &SharedName| match &name.said {
            Said::Status(ident) => Some(ident.unraw().to_string()),
            Said::Active(_) | Said::Ended(_) | Said::After(_) | Said::Before(_) => None,
        };
        let mut ours = self.names.iter().filter_map(status);
        let common = ours.find(|name| other.names.iter().filter_map(status).any(|n| n == *name))?;
        (plain(self) && plain(other)).then_some(common)
    }
}

impl StatusSet {
    /// Whether each status of the set has a bit: those beyond the 64th have none.
    pub(crate) fn has_bits(&self) -> bool {
        match self {
            StatusSet::Places(places) => places.iter().all(|&place| place < 64),
            StatusSet::Shared(_) => true,
        }
    }

    /// Whether the status at this place of the object's own table is in the set.
    pub(crate) fn has_place(&self, place: u16) -> bool {
        matches!(self, StatusSet::Places(places) if places.contains(&place))
    }

    /// Whether the status is surely in the set.
    pub(crate) fn has(&self, status: &OneStatus) -> bool {
        match (self, status) {
            (StatusSet::Places(_), OneStatus::Place(place)) => self.has_place(*place),
            (StatusSet::Shared(set), OneStatus::Named(name, ended)) => set.has(name, *ended),
            _ => false,
        }
    }
}

/// What another member must be for a rule to ask anything.
#[derive(Clone)]
pub(crate) struct Condition {
    /// Its place among the members.
    pub(crate) member: usize,
    pub(crate) negated: bool,
    pub(crate) values: Vec<Value>,
}

/// A rule of an object as a whole.
pub(crate) struct ObjectRule {
    pub(crate) level: Level,
    pub(crate) ask: AskObject,
}

pub(crate) enum AskObject {
    /// `check = path` on the type: `fn(&Self) -> Result<(), impl Display>`.
    Custom(Path),
    /// `ensure(...)`: two sums.
    Ensure(Vec<Term>, Relation, Vec<Term>),
    /// How many of these members are set, by their places.
    Choice(Choice, Vec<usize>),
}

/// A number of times a member, by its place, or else the number itself.
pub(crate) struct Term {
    pub(crate) times: i64,
    pub(crate) member: Option<usize>,
}

#[derive(Clone, Copy)]
pub(crate) enum Relation {
    Equal,
    AtMost,
    Less,
    AtLeast,
    More,
}

#[derive(Clone, Copy)]
pub(crate) enum Choice {
    Exactly,
    AtMost,
    AtLeast,
}

pub(crate) enum Bound {
    Open,
    Integer(i128),
    PastInteger(i128),
    Number(f64),
    PastNumber(f64),
}

#[derive(Clone, Copy)]
pub(crate) enum Number {
    Integer(i128),
    Float(f64),
}

#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Order {
    NotBefore,
    NotAfter,
    AtLeast,
    AtMost,
}
