//! Receipts of deletion.

use api_object::{ApiObject, Extra};

/// Says that an object is gone.
///
/// Of what sort it was is in `object`: some endpoints write the object's own word there, others write the word with `.deleted` behind it.
// later: `Deleted<T>`, which knows both words of its object.
#[derive(Debug, Clone, PartialEq, ApiObject)]
pub struct Deleted<Id> {
    /// Names what was deleted.
    id: Id,
    /// Of what sort it was.
    object: String,
    /// Whether it is gone.
    deleted: bool,
    #[api(extra)]
    extra: Extra,
}
