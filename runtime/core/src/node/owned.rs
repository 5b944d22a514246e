//! Members whose type could borrow for ever, and owns what is read: `Cow<'static, str>`.

use std::borrow::Cow;

use super::{Described, Fill, Kind, ListMut, Misfit, Node, Scalar, ScalarMut, Slot, Taken, View};

/// A `Cow<'static, str>`, or an `Option` or a list of such.
///
/// Such a type cannot be filled from data that lives less long by [`Fill`], which a `Cow<'a, str>` has for all data that
/// live for `'a`. So its field is lent in an [`OwnedMut`].
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be a member of an API object",
    label = "a `Cow<'static, str>` is a member by itself, in an `Option` or in a `Vec`",
    note = "write `String` or `api_object::Str`"
)]
pub trait Owned: Node + Described {
    /// Takes a scalar, whose text is copied.
    ///
    /// # Errors
    ///
    /// [`Misfit`] where the scalar is not a value of this type.
    fn take(&mut self, scalar: Scalar<'_, '_>) -> Result<Taken, Misfit>;

    /// Becomes an empty list; `false` where this is none.
    fn begin(&mut self) -> bool {
        false
    }

    /// Adds a blank element, as [`ListMut::push`].
    fn push<'de>(&mut self, f: &mut dyn FnMut(&mut dyn Fill<'de>)) {
        let _ = f;
    }

    /// Drops the last element, as [`ListMut::pop`].
    fn pop(&mut self) {}
}

impl Owned for Cow<'static, str> {
    fn take(&mut self, scalar: Scalar<'_, '_>) -> Result<Taken, Misfit> {
        let (Scalar::Borrowed(text) | Scalar::Transient(text)) = scalar else {
            return Err(Misfit);
        };
        *self = Cow::Owned(text.to_owned());
        Ok(Taken::Exactly)
    }
}

impl<T: Owned> Owned for Option<T> {
    fn take(&mut self, scalar: Scalar<'_, '_>) -> Result<Taken, Misfit> {
        if scalar == Scalar::Null {
            *self = None;
            return Ok(Taken::Exactly);
        }
        let taken = self.get_or_insert_with(T::blank).take(scalar);
        if taken.is_err() {
            *self = None;
        }
        taken
    }

    fn begin(&mut self) -> bool {
        self.get_or_insert_with(T::blank).begin()
    }

    fn push<'de>(&mut self, f: &mut dyn FnMut(&mut dyn Fill<'de>)) {
        self.get_or_insert_with(T::blank).push(f);
    }

    fn pop(&mut self) {
        self.get_or_insert_with(T::blank).pop();
    }
}

impl<T: Owned> Owned for Vec<T> {
    fn take(&mut self, _: Scalar<'_, '_>) -> Result<Taken, Misfit> {
        Err(Misfit)
    }

    fn begin(&mut self) -> bool {
        self.clear();
        true
    }

    fn push<'de>(&mut self, f: &mut dyn FnMut(&mut dyn Fill<'de>)) {
        let mut element = T::blank();
        f(&mut OwnedMut::new(&mut element));
        self.push(element);
    }

    fn pop(&mut self) {
        self.pop();
    }
}

/// A field that owns what is read into it.
pub struct OwnedMut<'a, T>(&'a mut T);

impl<'a, T: Owned> OwnedMut<'a, T> {
    /// Fills this value.
    pub fn new(value: &'a mut T) -> Self {
        OwnedMut(value)
    }
}

impl<T: Owned> Node for OwnedMut<'_, T> {
    fn view(&self) -> View<'_> {
        self.0.view()
    }
}

impl<'de, T: Owned> Fill<'de> for OwnedMut<'_, T> {
    fn slot(&mut self, kind: Kind) -> Slot<'_, 'de> {
        match kind == Kind::Array && self.0.begin() {
            true => Slot::List(self),
            false => Slot::Scalar(self),
        }
    }
}

impl<'de, T: Owned> ScalarMut<'de> for OwnedMut<'_, T> {
    fn accept(&mut self, scalar: Scalar<'_, 'de>) -> Result<Taken, Misfit> {
        self.0.take(scalar)
    }

    fn reset(&mut self) {
        *self.0 = T::blank();
    }
}

impl<'de, T: Owned> ListMut<'de> for OwnedMut<'_, T> {
    fn push(&mut self, f: &mut dyn FnMut(&mut dyn Fill<'de>)) {
        self.0.push(f);
    }

    fn pop(&mut self) {
        self.0.pop();
    }

    fn clear(&mut self) {
        *self.0 = T::blank();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::node::close;

    #[test]
    fn a_text_is_copied_and_another_scalar_refused() {
        let mut text: Option<Cow<'static, str>> = None;
        let json = String::from("abc");
        let mut filled = OwnedMut::new(&mut text);
        assert_eq!(filled.accept(Scalar::Borrowed(&json)), Ok(Taken::Exactly));
        drop(json);
        assert_eq!(text.as_deref(), Some("abc"));
        let mut filled = OwnedMut::new(&mut text);
        assert_eq!(filled.accept(Scalar::Bool(true)), Err(Misfit));
        assert!(matches!(filled.slot(Kind::Array), Slot::Scalar(_)));
        close(&mut filled);
        assert_eq!(text, None);
    }

    fn put<'de>(element: &mut dyn Fill<'de>, scalar: Scalar<'_, 'de>) {
        let _ = element.slot(scalar.kind()).take(scalar);
    }

    #[test]
    fn a_list_has_a_place_for_each_element() {
        let mut texts: Vec<Cow<'static, str>> = vec![Cow::Borrowed("old")];
        let mut filled = OwnedMut::new(&mut texts);
        assert_eq!(filled.accept(Scalar::Null), Err(Misfit));
        let Slot::List(list) = filled.slot(Kind::Array) else {
            panic!("a list");
        };
        list.push(&mut |element| put(element, Scalar::Transient("a")));
        list.push(&mut |element| put(element, Scalar::Null));
        list.push(&mut |element| put(element, Scalar::Null));
        list.pop();
        assert_eq!(texts, ["a", ""]);
    }
}
