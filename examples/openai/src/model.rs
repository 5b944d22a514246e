//! Models.

use api_object::{ApiObject, Extra, UnixSeconds};

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
    // later: a date.
    #[api(optional(nullable))]
    shutdown_date: Option<String>,
    #[api(extra)]
    extra: Extra,
}
