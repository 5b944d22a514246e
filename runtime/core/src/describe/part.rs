//! An object whose members stand among those of another.

use super::{Descriptor, ObjectType};
use crate::object::{ApiObject, Object};

/// What can be flattened: `#[api(flatten)]`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be flattened, since it is no object",
    label = "not a struct with named fields that derives `ApiObject`",
    note = "what nobody declared is kept by a field with `#[api(extra)]`, of type `api_object::Extra`",
    note = "a union whose variants share members is an enum with `tag`, and each of its objects flattens what they share"
)]
#[doc(hidden)]
pub trait Part {
    /// The object's type.
    const TYPE: &'static ObjectType;
}

#[diagnostic::do_not_recommend]
impl<T: ApiObject + Object> Part for T {
    const TYPE: &'static ObjectType = match T::DESCRIPTOR {
        Descriptor::Object(object) => object,
        _ => panic!("what lends members is an object"),
    };
}
