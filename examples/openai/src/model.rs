//! Models.

use api_object::{ApiObject, Extra, Str, UnixSeconds};

use crate::ids::ModelId;

/// A model that can be asked.
#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(object = "model")]
pub struct Model {
    /// Names the model.
    #[api(immutable)]
    id: ModelId,
    /// When the model was made.
    #[api(immutable)]
    created: UnixSeconds,
    /// Whose model it is.
    owned_by: String,
    /// The day on which it is switched off, as year, month and day.
    #[api(optional(nullable))]
    shutdown_date: Option<Date>,
    #[api(extra)]
    extra: Extra,
}

/// A day: year, month and day, such as `2026-10-23`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, ApiObject)]
#[api(len(10))]
pub struct Date(Str);
