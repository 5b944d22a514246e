//! Objects: structs with named fields that lend their members.

use crate::describe::{Descriptor, ObjectType};
use crate::extra::Extra;
use crate::node::{Described, Fill, Node};

/// A type with `#[derive(ApiObject)]`: an object, an open enum, a union or an id.
pub trait ApiObject: Node + Described {
    /// Everything that the declaration says.
    const DESCRIPTOR: Descriptor;
}

/// An object, lent member by member to code that is compiled once.
pub trait Object {
    /// Calls `f` once with the members.
    fn lend(&self, f: &mut dyn FnMut(Lent<'_>));

    /// Runs the rule of the user's own with this number (`check = path`).
    ///
    /// # Errors
    ///
    /// What the user's function says is wrong.
    fn custom(&self, number: u16) -> Result<(), String> {
        let _ = number;
        Ok(())
    }

    /// Lends the members of a blank object of this type, which hold the defaults.
    ///
    /// Asked only of objects whose declaration has defaults; the others lend nothing.
    fn lend_blank(&self, f: &mut dyn FnMut(Lent<'_>)) {
        let _ = f;
    }
}

/// An object, lent member by member for filling.
pub trait ObjectMut<'de>: Object {
    /// Calls `f` once with the members.
    fn lend_mut(&mut self, f: &mut dyn FnMut(LentMut<'_, 'de>));
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

/// The members of an object, for filling.
pub struct LentMut<'a, 'de> {
    /// What the members are.
    pub object: &'static ObjectType,
    /// What the declaration does not know; `None` where the type has no such field.
    pub extra: Option<&'a mut Extra>,
    /// One for each of `object.members`, in that order.
    pub fields: &'a mut [&'a mut dyn Fill<'de>],
}
