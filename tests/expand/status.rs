//! A status table without arrows: words, and no end states.

use api_object::ApiObject;

/// A key to the API.
#[derive(Debug, PartialEq, ApiObject)]
pub struct Key {
    /// Whether the key opens anything.
    #[api(status { enabled, disabled, expired })]
    status: KeyStatus,
    /// When the key was switched off.
    #[api(set_in(disabled), null_in(enabled))]
    disabled_at: Option<u64>,
}
