//! Fields that are public have no accessor.

use api_object::{ApiObject, Extra};

/// Where something is.
#[derive(Debug, PartialEq, ApiObject)]
pub struct Place {
    /// Degrees to the north.
    #[api(range(-90.0..=90.0))]
    pub latitude: f64,
    /// Degrees to the east.
    #[api(range(-180.0..=180.0))]
    pub longitude: f64,
    /// What else was said.
    #[api(extra(expected))]
    pub extra: Extra,
}
