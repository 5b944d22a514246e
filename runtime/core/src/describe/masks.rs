//! What a reader or a check asks of each member of each object, answered by one bit.

use super::{Given, Member, ObjectType, Presence, Shape, Terms};

/// A bit for each of the first 64 members of an object, in several respects; of members behind them nothing is known.
///
/// Compilers work them out from the members, once for each table.
#[doc(hidden)]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Masks {
    /// Members that may be left out, so that nothing is said of one that does not come, and null is not written.
    pub optional: u64,
    /// Members whose blank is null, so that a null that comes changes nothing, and as which null is written.
    pub silent_null: u64,
    /// Members with defaults.
    pub default: u64,
    /// Members at which a check has nothing to look, whatever their values are.
    pub quiet: u64,
    /// Whether members that nobody declared are expected, so that there is nothing to tell of them.
    pub expects_more: bool,
    /// Whether a member, be it one without a bit, has former names.
    pub has_aliases: bool,
    /// Whether a member, be it one without a bit, has values that are as good as null.
    pub has_null_likes: bool,
}

/// How many members have a bit.
const BITS: usize = u64::BITS as usize;

impl Masks {
    /// Nothing is known of any member.
    pub const NONE: Masks = Masks {
        optional: 0,
        silent_null: 0,
        default: 0,
        quiet: 0,
        expects_more: false,
        has_aliases: false,
        has_null_likes: false,
    };

    /// What is known of these members.
    ///
    /// A compiler interprets this for each table, so that it calls little.
    pub const fn of(members: &[Member]) -> Self {
        let mut masks = Self::NONE;
        let mut rest = members;
        let mut bit: u64 = 1;
        while let [member, behind @ ..] = rest {
            masks.add(member, bit);
            // Behind the last bit there is none.
            bit <<= 1;
            rest = behind;
        }
        masks
    }

    const fn add(&mut self, member: &Member, bit: u64) {
        let (given, is_quiet) = match &member.terms {
            Terms::None | Terms::Immutable => (Given::Nothing, true),
            Terms::Optional => (Given::Optional, true),
            Terms::OptionalOrNull => (Given::OptionalOrNull, true),
            Terms::Default => (Given::Default, true),
            Terms::Given(given, _) => (*given, false),
            Terms::Full(terms) => {
                self.has_aliases |= !terms.aliases.is_empty();
                self.has_null_likes |= !terms.null_like.is_empty();
                (terms.given, false)
            }
            Terms::Presence(..) | Terms::Rules(_) => (Given::Nothing, false),
        };
        let is_null = matches!(member.shape, Shape::Nullable(_));
        match given {
            Given::Nothing if is_null => self.silent_null |= bit,
            Given::Nothing => {}
            Given::Optional | Given::OptionalOrNull => self.optional |= bit,
            Given::Default => self.default |= bit,
        }
        if is_quiet && member.shape.is_plain_or_null() {
            self.quiet |= bit;
        }
    }
}

impl ObjectType {
    /// With the expectation of members that nobody declared.
    #[doc(hidden)]
    pub const fn expects_more(mut self) -> Self {
        self.masks.expects_more = true;
        self
    }

    /// A bit for each of the first 64 members at which a check may have something to look, and those with a bit
    /// in `odd`.
    #[inline(always)]
    pub(crate) fn loud_members(&self, odd: u64) -> u64 {
        let all = u64::MAX
            .checked_shl(self.members.len() as u32)
            .map_or(u64::MAX, |rest| !rest);
        all & (!self.masks.quiet | odd)
    }

    /// The places of members behind the first 64.
    #[inline(always)]
    pub(crate) fn members_without_masks(&self) -> std::ops::Range<usize> {
        BITS..self.members.len()
    }

    /// Whether a member may have a default.
    #[inline(always)]
    pub(crate) fn may_have_defaults(&self) -> bool {
        self.masks.default != 0 || self.members.len() > BITS
    }

    /// A bit for each member from this place on of which a null that comes changes nothing, and says nothing; members
    /// behind the first 64 have none.
    #[inline(always)]
    pub(crate) fn silent_nulls(&self, from: usize) -> u64 {
        self.masks.silent_null.unbounded_shr(from as u32)
    }

    /// Whether the member at this place may be left out, and is where it is null.
    #[inline(always)]
    pub(crate) fn is_optional(&self, place: usize, member: &Member) -> bool {
        match place {
            0..BITS => self.masks.optional >> place & 1 == 1,
            _ => member.presence() == Presence::Optional,
        }
    }
}

impl Member {
    /// Whether a default takes the place of this member where it is absent.
    pub(crate) const fn has_default(&self) -> bool {
        matches!(self.presence(), Presence::Default)
    }

    /// Whether the blank of this member is null, so that a null that comes changes nothing.
    pub(crate) const fn is_blank_null(&self) -> bool {
        !self.has_default() && matches!(self.shape, Shape::Nullable(_))
    }
}

impl Shape {
    /// Whether values of this shape are scalars that mean no more than they say.
    pub(crate) const fn is_plain(&self) -> bool {
        matches!(
            self,
            Shape::Any
                | Shape::Bool
                | Shape::Integer { .. }
                | Shape::Number
                | Shape::Single
                | Shape::Text
                | Shape::BorrowedText
                | Shape::UnixSeconds
        )
    }

    /// The same, or null.
    const fn is_plain_or_null(&self) -> bool {
        match self {
            Shape::Nullable(inner) => inner.is_plain(),
            shape => shape.is_plain(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::describe::FullTerms;
    use crate::literal::Literal;
    use crate::rules::{Ask, Rule};

    const RULES: &[Rule] = &[Rule::new(Ask::Unique)];

    const fn full(given: Given) -> FullTerms {
        FullTerms {
            given,
            ..FullTerms::NONE
        }
    }

    fn all_terms() -> Vec<Terms> {
        static FULL: [FullTerms; 4] = [
            full(Given::Nothing),
            full(Given::Optional),
            full(Given::OptionalOrNull),
            full(Given::Default),
        ];
        let mut terms = vec![
            Terms::None,
            Terms::Immutable,
            Terms::Optional,
            Terms::OptionalOrNull,
            Terms::Default,
            Terms::Presence(1, 2),
            Terms::Rules(RULES),
        ];
        for full in &FULL {
            terms.extend([Terms::Full(full), Terms::Given(full.given, RULES)]);
        }
        terms
    }

    /// They are worked out without a call of what the members say of themselves, and say the same.
    #[test]
    fn masks_say_what_the_members_say() {
        static TEXT: Shape = Shape::Text;
        let shapes = [
            Shape::Text,
            Shape::Nullable(&TEXT),
            Shape::NullOrAbsent(&TEXT),
            Shape::List(&TEXT),
        ];
        for terms in all_terms() {
            for shape in shapes {
                let member = Member {
                    terms,
                    ..Member::new("x", "", shape)
                };
                let masks = Masks::of(std::slice::from_ref(&member));
                let presence = member.presence();
                let is_optional = presence == Presence::Optional;
                let is_silent = member.is_blank_null() && !is_optional;
                let expected = [is_optional, is_silent, presence == Presence::Default];
                let found = [masks.optional, masks.silent_null, masks.default];
                assert_eq!(found, expected.map(u64::from), "{member:?}");
                if masks.quiet == 1 {
                    assert!(member.rules().next().is_none() && !shape.has_below());
                }
            }
        }
    }

    #[test]
    fn members_behind_the_last_bit_have_none() {
        let members = [Member::new("x", "", Shape::Text); 65];
        assert_eq!(Masks::of(&members).quiet, u64::MAX);
        assert_eq!(Masks::of(&[]), Masks::NONE);
    }

    #[test]
    fn former_names_and_values_for_null_are_known_of_members_without_a_bit() {
        static FULL: FullTerms = FullTerms {
            aliases: &["y"],
            null_like: &[Literal::Bool(false)],
            ..FullTerms::NONE
        };
        let mut members = [Member::new("x", "", Shape::Text); 66];
        let known = |members: &[Member]| {
            let masks = Masks::of(members);
            [masks.has_aliases, masks.has_null_likes]
        };
        assert_eq!(known(&members), [false, false]);
        members[65].terms = Terms::Full(&FULL);
        assert_eq!(known(&members), [true, true]);
    }
}
