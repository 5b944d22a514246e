//! Rules as data: what a declaration asks of a value.
//!
//! Each rule has a file of its own with what it asks, its message and its tests. A rule looks at
//! values and does not know where they stand; `check` walks to them and says where.

mod condition;
mod format;
mod head;
mod len;
mod moment;
mod multiple_of;
mod number;
mod one_of;
mod order;
mod pattern;
mod presence;
mod range;
mod same;
mod same_as;
mod starts_with;
mod sum;
mod unique;

use crate::issue::{Code, Severity};
use crate::node::View;
use crate::object::Lent;

pub use condition::{Choice, Condition};
pub use number::Number;
pub use sum::{Relation, Term};

pub(crate) use condition::{choice, null_if, set_if};
#[doc(hidden)]
pub use head::Head;
pub(crate) use order::order;
pub(crate) use presence::{Asked, Status, as_it_came, stands};
pub(crate) use same::{same_unknown, same_views};
pub(crate) use same_as::same_as;
pub(crate) use sum::ensure;
pub(crate) use unique::unique;

/// One thing that is asked of a value.
#[derive(Debug, Clone, Copy)]
pub struct Rule {
    /// Whether breaking it is a violation or only worth a note.
    pub level: Level,
    /// What is asked.
    pub ask: Ask,
}

/// How much a rule means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Level {
    /// Breaking it is a violation.
    Violation,
    /// Breaking it is a note: `note(...)`.
    Note,
}

/// What a rule asks.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub enum Ask {
    /// `range(...)`: a number between two bounds.
    Range(Bound, Bound),
    /// `multiple_of(...)`: so many times this number, which is more than zero.
    MultipleOf(Number),
    /// `one_of(...)`: one of these numbers.
    OneOf(&'static [Number]),
    /// `one_of(true)` or `one_of(false)`: this boolean, and not the other.
    Only(bool),
    /// `len(...)`: characters of a string, elements of a list, entries of a map; both ends included.
    Len(usize, usize),
    /// `pattern("...")`: a regular expression that must match somewhere in the string.
    Pattern(&'static str),
    /// `starts_with("...")`: one of these is how the string begins.
    StartsWith(&'static [&'static str]),
    /// `format(...)`: what the string is the text of.
    Format(Format),
    /// `unique`: no two elements of the list are equal.
    Unique,
    /// `each(...)`: these rules for each element of the list, or each value of the map.
    Each(&'static [Rule]),
    /// `not_before = other` and its kin: an order between this member and another.
    Order(Order, usize),
    /// `set_in(...)`: not null in these statuses.
    SetIn(Statuses),
    /// `null_in(...)`: null in these statuses.
    NullIn(Statuses),
    /// `set_if(...)`: not null where another member is one of some values.
    SetIf(Condition),
    /// `null_if(...)`: null where another member is one of some values.
    NullIf(Condition),
    /// `same_as = other.member`: equal to another member, by its place, or to what these wire names lead to below it.
    SameAs(usize, &'static [&'static str]),
    /// `ensure(...)`, of an object: two sums that compare so.
    Ensure(&'static [Term], Relation, &'static [Term]),
    /// `exactly_one(...)` and its kin, of an object: how many of these members, by their places, are set.
    Choice(Choice, &'static [usize]),
    /// `check = path`: the rule of the user's own with this number, see [`Special::custom`](crate::object::Special::custom).
    Custom(u16),
}

/// What a string is the text of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Format {
    /// `format(uri)`: a URI with its scheme, as RFC 3986, section 3, has it.
    Uri,
    /// `format(email)`: a mailbox, as RFC 5321, section 4.1.2, has it.
    Email,
}

/// One end of a range.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub enum Bound {
    /// No bound.
    Open,
    /// An integer that is itself allowed.
    Integer(i128),
    /// An integer that is itself not allowed.
    PastInteger(i128),
    /// A number that is itself allowed.
    Number(f64),
    /// A number that is itself not allowed.
    PastNumber(f64),
}

/// The order that a member keeps with another; it is asked only where both are set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Order {
    /// `not_before = other`: this moment is the other or later.
    NotBefore,
    /// `not_after = other`: this moment is the other or earlier.
    NotAfter,
    /// `at_least = other`: this number is the other or greater.
    AtLeast,
    /// `at_most = other`: this number is the other or less.
    AtMost,
}

/// A set of statuses, as places in the status table.
#[derive(Debug, Clone, Copy)]
pub struct Statuses {
    places: &'static [u16],
    /// A bit for each of the first 64 statuses.
    bits: u64,
}

/// What a rule found wrong, said of a value whose name comes before: `is 60, expected …`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Breach {
    pub(crate) code: Code,
    pub(crate) predicate: String,
    pub(crate) expected: Option<String>,
    pub(crate) found: Option<String>,
}

impl Ask {
    /// Whether this asks a value that is null.
    #[inline(always)]
    pub(crate) fn asks_null(&self) -> bool {
        matches!(self, Ask::SetIn(_) | Ask::SetIf(_))
    }

    /// Whether a value that is not null may break this rule: the quick answer, which spares most values of most
    /// objects the long one.
    #[inline(always)]
    pub(crate) fn in_doubt(&self, view: &View<'_>, status: u64, lent: &Lent<'_>) -> bool {
        match self {
            Ask::SetIn(_) | Ask::SetIf(_) => false,
            Ask::NullIn(set) => set.may_hold(status),
            Ask::Range(low, high) => !range::surely_holds(view, low, high),
            Ask::Len(min, max) => !len::surely_holds(view, *min, *max),
            // The rules of an object that is flattened count its own members only.
            Ask::Order(by, other) if lent.object.parts.is_empty() => {
                let other = lent.fields.get(*other);
                other.is_none_or(|other| !order::surely_holds(view, *by, &other.view()))
            }
            _ => true,
        }
    }

    /// Whether this is a range of the commonest forms and a value is in it, or a range and the value is text: the
    /// commonest rule by itself.
    #[inline(always)]
    pub(crate) fn surely_spans(&self, view: &View<'_>) -> bool {
        match (self, view) {
            (Ask::Range(Bound::Integer(low), Bound::Integer(high)), View::Unsigned(number)) => {
                (*low..=*high).contains(&i128::from(*number))
            }
            (Ask::Range(Bound::Number(low), Bound::Open), View::Float(number)) => number >= low,
            (Ask::Range(..), View::Text(_)) => true,
            _ => false,
        }
    }

    /// Asks a value for what it must be by itself, whatever stands beside it; other rules ask nothing here.
    pub(crate) fn of_value(&self, view: View<'_>) -> Result<(), Breach> {
        match *self {
            Ask::Range(low, high) => range::range(view, low, high),
            Ask::MultipleOf(step) => multiple_of::multiple_of(view, step),
            Ask::OneOf(numbers) => one_of::one_of(view, numbers),
            Ask::Only(value) => one_of::only(view, value),
            Ask::Len(min, max) => len::len(view, min, max),
            Ask::Pattern(pattern) => pattern::pattern(view, pattern),
            Ask::StartsWith(prefixes) => starts_with::starts_with(view, prefixes),
            Ask::Format(of) => format::format(view, of),
            // Asked by `check`, which sees what stands beside and below the value.
            Ask::Unique | Ask::Each(_) | Ask::Order(..) | Ask::SetIn(_) | Ask::NullIn(_) => Ok(()),
            Ask::SetIf(_) | Ask::NullIf(_) | Ask::SameAs(..) | Ask::Custom(_) => Ok(()),
            Ask::Ensure(..) | Ask::Choice(..) => Ok(()),
        }
    }
}

/// Whether a value does what a rule asks of it by itself, be it of a declaration or not. What is asked of the elements of a list,
/// or beside other values, is not looked at.
#[doc(hidden)]
pub fn holds(ask: &Ask, view: View<'_>) -> bool {
    ask.of_value(view).is_ok()
}

impl Level {
    /// What a rule of this level says.
    pub(crate) const fn verb(self) -> &'static str {
        match self {
            Level::Violation => "must",
            Level::Note => "should",
        }
    }

    /// How bad it is to break a rule of this level.
    pub(crate) const fn severity(self) -> Severity {
        match self {
            Level::Violation => Severity::Violation,
            Level::Note => Severity::Note,
        }
    }
}

impl Rule {
    /// A rule of level violation.
    pub(crate) const fn new(ask: Ask) -> Self {
        Rule {
            level: Level::Violation,
            ask,
        }
    }

    #[cfg(test)]
    pub(crate) const fn note(mut self) -> Self {
        self.level = Level::Note;
        self
    }
}

impl Statuses {
    /// The set with these places.
    #[doc(hidden)]
    pub const fn of_places(places: &'static [u16]) -> Self {
        Statuses { places, bits: 0 }
    }

    /// The set with these bits, of statuses of which there are no more than 64.
    #[doc(hidden)]
    pub const fn of_bits(bits: u64) -> Self {
        Statuses { places: &[], bits }
    }

    /// Whether the status with this bit may be among them.
    #[inline(always)]
    fn may_hold(&self, status: u64) -> bool {
        self.bits & status != 0 || !self.places.is_empty()
    }

    /// The statuses of this set, as places in the status table, in its order.
    pub fn places(&self) -> impl Iterator<Item = usize> + use<> {
        let set = *self;
        let last = set.places.last().map_or(63, |&last| usize::from(last));
        (0..=last).filter(move |&place| set.contains(place))
    }

    /// Whether the status at `place` is in this set.
    pub fn contains(&self, place: usize) -> bool {
        self.places.iter().any(|&p| usize::from(p) == place)
            || place < 64 && self.bits >> place & 1 == 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::describe::ObjectType;

    #[test]
    fn a_set_of_statuses_knows_its_places() {
        let far = Statuses::of_places(&[3, 64]);
        assert!(far.contains(64) && !far.contains(4));
        assert!(far.places().eq([3, 64]));
        let shared = Statuses::of_bits(1 << 2 | 1 << 63);
        assert!(shared.places().eq([2, 63]));
        assert!(!shared.contains(64) && !shared.contains(0));
    }

    #[test]
    fn a_value_of_no_declaration_is_asked_by_itself() {
        let even = Ask::MultipleOf(Number::Integer(2));
        assert!(holds(&even, View::Unsigned(4)) && holds(&even, View::Text("odd")));
        assert!(!holds(&even, View::Unsigned(5)) && !holds(&even, View::Float(4.5)));
        assert!(holds(&Ask::Unique, View::Null));
    }

    #[test]
    fn a_value_out_of_doubt_keeps_its_rule() {
        const BOUNDS: [Bound; 13] = [
            Bound::Open,
            Bound::Integer(0),
            Bound::PastInteger(0),
            Bound::Number(0.0),
            Bound::PastNumber(0.0),
            Bound::Number(0.5),
            Bound::Integer((1 << 53) - 1),
            Bound::Integer(1 << 53),
            Bound::PastInteger(1 << 53),
            Bound::Number(1e17),
            Bound::Integer(i128::MAX),
            Bound::PastNumber(f64::MAX),
            Bound::Number(f64::NAN),
        ];
        let mut views = vec![View::Text("auto"), View::Float(f64::NAN)];
        for n in [
            0,
            1,
            (1 << 53) - 1,
            1 << 53,
            (1 << 53) + 1,
            100_000_000_000_000_001,
        ] {
            let float = n as f64;
            views.extend([View::Unsigned(n), View::Signed(-(n as i64))]);
            views.extend([float, float.next_up(), float.next_down(), -float].map(View::Float));
        }
        static OBJECT: ObjectType = ObjectType::new("Alone", "", &[]);
        let alone = Lent {
            object: &OBJECT,
            extra: None,
            fields: &[],
        };
        let mut sure = 0;
        for (low, high) in BOUNDS
            .iter()
            .flat_map(|&low| BOUNDS.map(|high| (low, high)))
        {
            let ask = Ask::Range(low, high);
            let is_sure =
                |view: &&View<'_>| ask.surely_spans(view) || !ask.in_doubt(view, 0, &alone);
            for &view in views.iter().filter(is_sure) {
                assert_eq!(ask.of_value(view), Ok(()));
                sure += 1;
            }
        }
        assert!(sure > 500, "the quick answer is worth something: {sure}");
    }
}
