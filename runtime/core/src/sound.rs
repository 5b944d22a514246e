//! A type whose table could be made.

use crate::extra::Extra;

/// Says of a type whether its table has a value.
pub struct Whether<const SOUND: bool>;

/// The type that something is said of.
pub trait Said<T> {
    /// The type.
    type Of;
}

impl<T, const SOUND: bool> Said<T> for Whether<SOUND> {
    type Of = T;
}

/// The type itself, whatever `SOUND` is; and no type at all where `SOUND` has no value, since the table that it is asked
/// of names a type that is no member of anything. So what derived code does with such a type is no second error.
///
/// ```compile_fail
/// use api_object::ApiObject;
///
/// struct Money;
///
/// #[derive(ApiObject)]
/// struct Job {
///     price: Money,
/// }
/// ```
pub type Sound<T, const SOUND: bool> = <Whether<SOUND> as Said<T>>::Of;

/// What the last type of a union's variant is, where it is called `Extra`: a derive sees no more than the name.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not the `Extra` that keeps what nobody declared",
    label = "not `api_object::Extra`",
    note = "write `api_object::Extra`; an object of your own cannot be called `Extra` here: `type Another = {Self};` gives it another name"
)]
pub trait IsExtra {
    /// That it is.
    const IS: bool = true;
}

#[diagnostic::do_not_recommend]
impl IsExtra for Extra {}
