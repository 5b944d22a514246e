//! An enum of words that refuses all others.

use api_object::ApiObject;

/// In which order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ApiObject)]
#[api(closed)]
pub enum Order {
    /// The least first.
    Asc,
    /// The greatest first.
    #[api(alias = "down")]
    Desc,
}
