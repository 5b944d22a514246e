//! Values that are as good as null.

use api_object::{ApiObject, Extra};

/// A job.
#[derive(Debug, PartialEq, ApiObject)]
pub struct Job {
    /// Why it failed.
    #[api(null_like({}, ""))]
    error: Option<String>,
    /// When it will end.
    #[api(optional, null_like(0, -1, [], false))]
    estimate: Option<i64>,
    #[api(extra)]
    extra: Extra,
}
