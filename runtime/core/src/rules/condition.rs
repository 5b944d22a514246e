//! `set_if(other = word)`, `null_if(...)`, `only_if(...)`: presence that hangs on another member.
//!
//! Asked where the other member is set: of one that is null, nothing is known. An absent member counts as null.

use super::{Breach, Level};
use crate::issue::{Code, found};
use crate::literal::Literal;
use crate::node::View;

/// What another member must be for a rule to ask anything.
#[derive(Debug, Clone, Copy)]
pub struct Condition {
    /// The other member's place among the members.
    pub member: usize,
    /// Whether it must be none of the values.
    pub negated: bool,
    /// The values, of which it must be one.
    pub values: &'static [Literal],
}

impl Condition {
    fn holds(&self, other: View<'_>) -> bool {
        let other = other.exposed();
        let is_one = self.values.iter().any(|value| value.shows(other));
        !other.is_null() && is_one != self.negated
    }
}

/// Whether a member is set, if it must be since the other member, given with its name, is what it is.
pub(crate) fn set_if(
    view: View<'_>,
    condition: &Condition,
    other: (&str, View<'_>),
    level: Level,
) -> Result<(), Breach> {
    match view.is_null() && condition.holds(other.1) {
        true => Err(breach(Code::Unset, view, "set", "a value", other, level)),
        false => Ok(()),
    }
}

/// Whether a member is null, if it must be.
pub(crate) fn null_if(
    view: View<'_>,
    condition: &Condition,
    other: (&str, View<'_>),
    level: Level,
) -> Result<(), Breach> {
    match !view.is_null() && condition.holds(other.1) {
        true => Err(breach(Code::Set, view, "null", "null", other, level)),
        false => Ok(()),
    }
}

#[cold]
fn breach(
    code: Code,
    view: View<'_>,
    wanted: &str,
    expected: &str,
    (name, other): (&str, View<'_>),
    level: Level,
) -> Breach {
    let (is, other, must) = (found(view), found(other), level.verb());
    Breach {
        code,
        predicate: format!("is {is}, but {name} is {other}, where it {must} be {wanted}"),
        expected: Some(expected.to_owned()),
        found: Some(is),
    }
}

/// How many of some members are set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Choice {
    /// `exactly_one(a, b)`.
    Exactly,
    /// `at_most_one(a, b)`.
    AtMost,
    /// `at_least_one(a, b)`.
    AtLeast,
}

impl Choice {
    fn allows(self, set: usize) -> bool {
        match self {
            Choice::Exactly => set == 1,
            Choice::AtMost => set <= 1,
            Choice::AtLeast => set >= 1,
        }
    }

    fn words(self) -> &'static str {
        match self {
            Choice::Exactly => "exactly one",
            Choice::AtMost => "at most one",
            Choice::AtLeast => "at least one",
        }
    }
}

/// Whether as many of these members are set as may be; says what is wrong, as a whole sentence.
pub(crate) fn choice(
    choice: Choice,
    members: &[(&str, View<'_>)],
    level: Level,
) -> Result<(), String> {
    let set = members.iter().filter(|(_, view)| !view.is_null());
    let set: Vec<&str> = set.map(|(name, _)| *name).collect();
    if choice.allows(set.len()) {
        return Ok(());
    }
    let all: Vec<&str> = members.iter().map(|(name, _)| *name).collect();
    let all = listed(&all);
    let found = match set.as_slice() {
        [] => "none is".to_owned(),
        set => format!("{} are", listed(set)),
    };
    let (words, must) = (choice.words(), level.verb());
    Err(format!("{words} of {all} {must} be set, and {found}"))
}

/// `a, b and c`.
fn listed(names: &[&str]) -> String {
    match names {
        [first @ .., last] if !first.is_empty() => format!("{} and {last}", first.join(", ")),
        names => names.concat(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const OTHER: Condition = Condition {
        member: 0,
        negated: false,
        values: &[Literal::Text("a"), Literal::Integer(2)],
    };
    const NOT: Condition = Condition {
        member: 0,
        negated: true,
        values: &[Literal::Text("a")],
    };

    fn asks(condition: &Condition, other: View<'_>) -> bool {
        set_if(View::Null, condition, ("other", other), Level::Violation).is_err()
    }

    #[test]
    fn a_condition_holds_of_its_values() {
        assert!(asks(&OTHER, View::Text("a")) && asks(&OTHER, View::Float(2.0)));
        assert!(!asks(&OTHER, View::Text("2")) && !asks(&OTHER, View::Null));
        assert!(asks(&NOT, View::Text("b")) && asks(&NOT, View::Bool(true)));
        assert!(
            !asks(&NOT, View::Text("a")) && !asks(&NOT, View::Null),
            "nothing is known"
        );
    }

    #[test]
    fn what_is_wrong_is_said_of_both() {
        let said = null_if(
            View::Signed(1),
            &OTHER,
            ("kind", View::Text("a")),
            Level::Note,
        );
        assert_eq!(
            said.map_err(|breach| (breach.code, breach.predicate)),
            Err((
                Code::Set,
                "is 1, but kind is \"a\", where it should be null".to_owned()
            ))
        );
    }

    #[test]
    fn members_that_are_set_are_counted() {
        let (null, set) = (View::Null, View::Bool(false));
        let says = |by, views: [View<'_>; 3]| {
            let members = ["a", "b", "c"].into_iter().zip(views);
            choice(by, &members.collect::<Vec<_>>(), Level::Violation)
        };
        assert_eq!(says(Choice::Exactly, [null, set, null]), Ok(()));
        assert_eq!(
            says(Choice::Exactly, [null; 3]),
            Err("exactly one of a, b and c must be set, and none is".to_owned())
        );
        assert_eq!(says(Choice::AtMost, [null; 3]), Ok(()));
        assert_eq!(
            says(Choice::AtMost, [set; 3]),
            Err("at most one of a, b and c must be set, and a, b and c are".to_owned())
        );
        assert_eq!(says(Choice::AtLeast, [set, set, null]), Ok(()));
        assert!(says(Choice::AtLeast, [null; 3]).is_err());
    }
}
