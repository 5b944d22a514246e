//! Objects: structs with named fields that lend their members.

use std::borrow::Cow;
use std::fmt::Display;

use crate::check;
use crate::describe::{Descriptor, Member, ObjectType};
use crate::extra::{Extra, TagState};
use crate::lifecycle::{self, Steps};
use crate::node::{Described, Fill, Node};
use crate::report::Report;
use crate::spelling::{Spelling, spelling};
use crate::write;

/// A type with `#[derive(ApiObject)]`: an object, an open enum, a union or an id.
pub trait ApiObject: Node + Described {
    /// Everything that the declaration says.
    const DESCRIPTOR: Descriptor = Self::DECLARED;

    /// Everything that deviates from the declaration, here and in all that is below, in declaration
    /// order: broken rules, unknown words and members, values that did not fit.
    ///
    /// A value that does not deviate costs no allocation.
    fn check(&self) -> Report
    where
        Self: Sized,
    {
        check::check(self.view())
    }

    /// What speaks against `later` being the same object, observed later: a change of an immutable
    /// member or of one that is set once, and a status that cannot follow this one.
    ///
    /// A poller skips statuses, so any status that can be reached may follow. A caller who sees every
    /// step asks [`check_successor_by`](ApiObject::check_successor_by).
    ///
    /// Objects that stand in members are compared, too; those in lists and maps are not. What did not fit is held against
    /// nothing, and a word that nobody knows may stand before and behind any.
    fn check_successor(&self, later: &Self) -> Report
    where
        Self: Sized,
    {
        self.check_successor_by(later, Steps::Reachable)
    }

    /// As [`check_successor`](ApiObject::check_successor), for steps of the given length.
    fn check_successor_by(&self, later: &Self, steps: Steps) -> Report
    where
        Self: Sized,
    {
        lifecycle::check_successor(self, later, steps)
    }
}

/// A struct with named fields and parameters: its type, one for each use of it.
#[doc(hidden)]
pub trait Declared {
    /// The members, the tag, the rules.
    const TYPE: &'static ObjectType;
}

/// What takes the members that an object lends.
///
/// A trait of our own, since a compiler asks far more of a `dyn FnMut`, which is paid for each type.
#[doc(hidden)]
pub trait Borrower {
    /// Does what is to be done with them.
    fn take(&mut self, lent: &Lent<'_>);
}

impl<F: FnMut(&Lent<'_>)> Borrower for F {
    fn take(&mut self, lent: &Lent<'_>) {
        self(lent);
    }
}

/// What takes the members that an object lends for filling.
#[doc(hidden)]
pub trait BorrowerMut<'de> {
    /// Does what is to be done with them.
    fn take(&mut self, lent: LentMut<'_, 'de>);
}

impl<'de, F: FnMut(LentMut<'_, 'de>)> BorrowerMut<'de> for F {
    fn take(&mut self, lent: LentMut<'_, 'de>) {
        self(lent);
    }
}

/// An object, lent member by member to code that is compiled once.
#[doc(hidden)]
pub trait Object {
    /// Lends the members to `f`, once.
    fn lend(&self, f: &mut dyn Borrower);

    /// What few objects have; most have nothing of it.
    fn special(&self) -> Option<&dyn Special> {
        None
    }
}

/// What few objects have: rules of the user's own, flattened objects, defaults.
#[doc(hidden)]
pub trait Special {
    /// Runs the rule of the user's own with this number (`check = path`).
    ///
    /// # Errors
    ///
    /// What the user's function says is wrong.
    fn custom(&self, number: u16) -> Result<(), String> {
        let _ = number;
        Ok(())
    }

    /// The object with this number among those that this one flattens.
    fn part(&self, number: usize) -> Option<&dyn Object> {
        let _ = number;
        None
    }

    /// Lends the members of a blank object of this type, which hold the defaults.
    fn lend_blank(&self, f: &mut dyn Borrower) {
        let _ = f;
    }
}

/// An object, lent member by member for filling.
#[doc(hidden)]
pub trait ObjectMut<'de>: Object {
    /// Lends the members to `f`, once.
    fn lend_mut(&mut self, f: &mut dyn BorrowerMut<'de>);

    /// Gives a member that has a default its default; others stay as they are.
    ///
    /// Asked only of members whose value did not fit.
    fn restore(&mut self, member: usize) {
        let _ = member;
    }
}

/// The members of an object.
#[derive(Clone, Copy)]
pub struct Lent<'a> {
    /// What the members are.
    pub object: &'static ObjectType,
    /// What the declaration does not know; `None` where the type has no such field.
    pub extra: Option<&'a Extra>,
    /// One for each of `object.members`, in that order.
    pub fields: &'a [&'a dyn Node],
}

impl Lent<'_> {
    /// The name that a member came under, which may be an alias of its own.
    pub(crate) fn name(&self, place: usize, member: &Member) -> &'static str {
        self.alias(place, member).unwrap_or(member.name)
    }

    /// The alias that a member came under, if it did.
    pub(crate) fn alias(&self, place: usize, member: &Member) -> Option<&'static str> {
        let alias = self.extra?.alias(place)?;
        // What is remembered may be of another variant, which the value was taken from.
        member.aliases().contains(&alias).then_some(alias)
    }

    /// Whether a member holds what took its place because it was missing or did not fit.
    pub(crate) fn holds_placeholder(&self, place: usize) -> bool {
        let blank = self.extra.and_then(|extra| extra.placeholder(place));
        let (Some(blank), Some(field)) = (blank, self.fields.get(place)) else {
            return false;
        };
        write::is_still(*field, blank)
    }

    /// Whether what is remembered is of an object of another type, which the `Extra` was taken from.
    #[inline]
    pub(crate) fn has_extra_of_another(&self) -> bool {
        let extra = self.extra;
        extra.is_some_and(|extra| extra.is_of_another(self.object))
    }

    /// What an object of this type has of its `Extra`.
    pub(crate) fn own_extra(&self) -> Cow<'_, Extra> {
        const NONE: &Extra = &Extra::new();
        match self.extra {
            Some(extra) if self.has_extra_of_another() => Cow::Owned(extra.unknown_to(self.object)),
            extra => Cow::Borrowed(extra.unwrap_or(NONE)),
        }
    }

    /// The `Extra` to write, where that is not the object's own as it is: what an object of this type has of one that came
    /// with an object of another, and without members that are called as the tags of unions that are written before
    /// them, as where an object that was read by itself became a variant since.
    #[inline(never)]
    pub(crate) fn extra_to_write<'k>(
        &self,
        object: &dyn Object,
        tags: impl Iterator<Item = &'k str>,
    ) -> Option<Extra> {
        let mut to_write = self.has_extra_of_another().then(|| self.own_extra());
        for key in tags {
            let extra = to_write.as_deref().or(self.extra)?;
            if extra.get(key).is_some() && !self.writes(object, key) {
                let mut without = extra.clone();
                without.remove(key);
                to_write = Some(Cow::Owned(without));
            }
        }
        to_write.map(Cow::into_owned)
    }

    /// Lends the same with what an object of this type has of its `Extra`.
    #[cold]
    pub(crate) fn with_own_extra(&self, f: impl FnOnce(&Lent<'_>)) {
        f(&Lent {
            extra: Some(&self.own_extra()),
            ..*self
        });
    }

    /// Whether two objects are of one type, which has one table, or several that are equal.
    pub(crate) fn is_of_the_type_of(&self, other: &Lent<'_>) -> bool {
        std::ptr::eq(self.object, other.object) || self.object.is_equal_to(other.object)
    }

    /// Whether the object is written with a tag or a member of this name.
    pub(crate) fn writes(&self, object: &dyn Object, name: &str) -> bool {
        self.object.has_key(name) && self.writes_exactly(object, name)
    }

    #[cold]
    fn writes_exactly(&self, object: &dyn Object, name: &str) -> bool {
        let has_tag = || {
            self.extra
                .is_none_or(|extra| extra.tag() != TagState::Missing)
        };
        if self.object.tag.is_some_and(|tag| tag.key == name) {
            return has_tag();
        }
        let mut members = self.object.members.iter().enumerate();
        members.any(|(place, member)| {
            self.name(place, member) == name && self.spelling(object, place) != Spelling::Absent
        })
    }

    fn spelling<'a>(&'a self, object: &dyn Object, place: usize) -> Spelling<'a> {
        match self.extra {
            Some(extra) => spelling(object, self, extra, place),
            None => self.usual(place),
        }
    }
}

impl ObjectType {
    /// Whether this is another table of the same type. Of two types one may be called as the other.
    #[cold]
    fn is_equal_to(&self, other: &ObjectType) -> bool {
        let names = |object: &ObjectType| object.members.iter().map(|member| member.name);
        self.name == other.name && names(self).eq(names(other))
    }
}

/// Lends an object's members: what its `lend` does.
#[inline]
pub fn lend_members(
    object: &'static ObjectType,
    extra: Option<&Extra>,
    fields: &[&dyn Node],
    f: &mut dyn Borrower,
) {
    f.take(&Lent {
        object,
        extra,
        fields,
    });
}

/// As [`lend_members`], for filling.
#[inline]
pub fn lend_members_mut<'a, 'de>(
    object: &'static ObjectType,
    extra: Option<&'a mut Extra>,
    fields: &'a mut [&'a mut dyn Fill<'de>],
    f: &mut dyn BorrowerMut<'de>,
) {
    f.take(LentMut {
        object,
        extra,
        fields,
    });
}

/// Lends the members with what is remembered of them, which is nothing where the `Extra` came with an object of another type.
pub(crate) fn lend(object: &dyn Object, f: &mut dyn Borrower) {
    object.lend(&mut |lent: &Lent<'_>| match lent.has_extra_of_another() {
        true => lent.with_own_extra(|own| f.take(own)),
        false => f.take(lent),
    });
}

/// The members of an object, for filling.
pub struct LentMut<'a, 'de> {
    /// What the members are.
    pub object: &'static ObjectType,
    /// What the declaration does not know; `None` where the type has no such field.
    pub extra: Option<&'a mut Extra>,
    /// One for each of `object.members`, in that order.
    pub fields: &'a mut [&'a mut dyn Fill<'de>],
}

/// What a rule of the user's own says, in words.
///
/// # Errors
///
/// The rule's error, as its `Display` has it.
pub fn custom<E: Display>(said: Result<(), E>) -> Result<(), String> {
    said.map_err(|error| error.to_string())
}
