//! A member of an object, as its declaration has it.

use super::{Change, Given, Presence, Shape};
use crate::json::{Key, Token};
use crate::literal::Literal;
use crate::rules::{Ask, Rule, Statuses};

/// A declared member of an object.
#[derive(Debug, Clone, Copy)]
pub struct Member {
    /// The wire name.
    pub name: &'static str,
    #[doc(hidden)]
    pub token: Token,
    /// The field's doc comment.
    pub docs: &'static str,
    /// The shape of its value; nullable for `Option`.
    pub shape: Shape,
    #[doc(hidden)]
    pub terms: Terms,
}

/// What a declaration says of a member beyond its name, its docs and its type.
///
/// Of most members that is nothing, or one thing, which has a form of its own: a compiler pays for each part of a
/// constant.
#[doc(hidden)]
#[derive(Debug, Clone, Copy)]
pub enum Terms {
    /// Nothing.
    None,
    /// `immutable`.
    Immutable,
    /// `optional`.
    Optional,
    /// `optional(nullable)`.
    OptionalOrNull,
    /// `default`.
    Default,
    /// Rules of presence, of level violation: the statuses in which it must be set, and in which it must be null, a
    /// bit each.
    Presence(u64, u64),
    /// Rules.
    Rules(&'static [Rule]),
    /// What it means that it is absent, and rules.
    Given(Given, &'static [Rule]),
    /// More than one of these, or something that is rare.
    Full(&'static FullTerms),
}

/// All that a declaration may say of a member.
#[doc(hidden)]
#[derive(Debug)]
pub struct FullTerms {
    pub given: Given,
    pub aliases: &'static [&'static str],
    pub deprecated: Option<&'static str>,
    pub null_like: &'static [Literal],
    pub change: Change,
    pub set_in: u64,
    pub null_in: u64,
    pub rules: &'static [Rule],
}

impl Member {
    /// Wire names that are read too.
    pub const fn aliases(&self) -> &'static [&'static str] {
        match self.terms {
            Terms::Full(terms) => terms.aliases,
            _ => &[],
        }
    }

    /// What is said to those who use it still: the note of `#[deprecated]`, which may be empty.
    pub const fn deprecated(&self) -> Option<&'static str> {
        match self.terms {
            Terms::Full(terms) => terms.deprecated,
            _ => None,
        }
    }

    /// Values that are as good as null here.
    pub const fn null_like(&self) -> &'static [Literal] {
        match self.terms {
            Terms::Full(terms) => terms.null_like,
            _ => &[],
        }
    }

    /// Whether, and how far, it may change between two observations of the same object.
    pub const fn change(&self) -> Change {
        match self.terms {
            Terms::Immutable => Change::Immutable,
            Terms::Full(terms) => terms.change,
            _ => Change::Free,
        }
    }

    /// What is asked of its value: first when it must be set and when null, then the rest in the order written.
    pub fn rules(&self) -> impl Iterator<Item = Rule> + use<> {
        let (set_in, null_in, rules) = self.asked();
        let presence = |ask: fn(Statuses) -> Ask, bits: u64| {
            (bits != 0).then(|| Rule::new(ask(Statuses::of_bits(bits))))
        };
        let presences = [presence(Ask::SetIn, set_in), presence(Ask::NullIn, null_in)];
        presences.into_iter().flatten().chain(rules.iter().copied())
    }

    const fn asked(&self) -> (u64, u64, &'static [Rule]) {
        match self.terms {
            Terms::Presence(set_in, null_in) => (set_in, null_in, &[]),
            Terms::Rules(rules) | Terms::Given(_, rules) => (0, 0, rules),
            Terms::Full(terms) => (terms.set_in, terms.null_in, terms.rules),
            _ => (0, 0, &[]),
        }
    }

    #[inline]
    const fn given(&self) -> Given {
        match self.terms {
            Terms::Optional => Given::Optional,
            Terms::OptionalOrNull => Given::OptionalOrNull,
            Terms::Default => Given::Default,
            Terms::Given(given, _) => given,
            Terms::Full(terms) => terms.given,
            _ => Given::Nothing,
        }
    }

    /// What it means that the member is absent.
    #[inline]
    pub const fn presence(&self) -> Presence {
        match (self.given(), self.shape) {
            (Given::Optional | Given::OptionalOrNull, _) => Presence::Optional,
            (Given::Default, _) => Presence::Default,
            (Given::Nothing, Shape::Nullable(_) | Shape::Secret(Shape::Nullable(_))) => {
                Presence::Nullable
            }
            (Given::Nothing, Shape::NullOrAbsent(_) | Shape::Secret(Shape::NullOrAbsent(_))) => {
                Presence::Free
            }
            (Given::Nothing, _) => Presence::Required,
        }
    }

    /// Whether null and absent are equally good: `optional(nullable)`.
    pub const fn may_be_absent_or_null(&self) -> bool {
        matches!(self.given(), Given::OptionalOrNull)
    }

    /// The name, prepared for being met and written.
    #[inline(always)]
    pub(crate) const fn key(&self) -> Key {
        Key::new(self.token)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json::NO_TOKEN;

    fn asks(terms: Terms) -> Vec<String> {
        let member = Member {
            name: "x",
            token: NO_TOKEN,
            docs: "",
            shape: Shape::Any,
            terms,
        };
        let ask = |rule: Rule| match rule.ask {
            Ask::SetIn(set) => format!("set in {:?}", set.places().collect::<Vec<_>>()),
            Ask::NullIn(set) => format!("null in {:?}", set.places().collect::<Vec<_>>()),
            other => format!("{other:?}"),
        };
        member.rules().map(ask).collect()
    }

    #[test]
    fn presence_is_asked_before_the_rest() {
        static FULL: FullTerms = FullTerms {
            given: Given::Nothing,
            aliases: &[],
            deprecated: None,
            null_like: &[],
            change: Change::Free,
            set_in: 0b100,
            null_in: 0b11,
            rules: &[Rule::new(Ask::Unique)],
        };
        assert_eq!(
            asks(Terms::Full(&FULL)),
            ["set in [2]", "null in [0, 1]", "Unique"]
        );
        assert_eq!(asks(Terms::Presence(0, 1)), ["null in [0]"]);
        for terms in [
            Terms::Rules(FULL.rules),
            Terms::Given(Given::Optional, FULL.rules),
        ] {
            assert_eq!(asks(terms), ["Unique"]);
        }
        assert!(asks(Terms::None).is_empty() && asks(Terms::Immutable).is_empty());
    }
}
