//! Rules that ask a value, or one member beside another; violations and notes.

use std::collections::BTreeMap;

use api_object::{ApiObject, UnixSeconds};

/// A batch of requests.
#[derive(Debug, PartialEq, ApiObject)]
pub struct Batch {
    #[api(len(1..=64))]
    name: String,
    #[api(range(1..=50), note(range(..20)))]
    workers: u32,
    #[api(range(0.0 <..1.0))]
    share: f64,
    #[api(range(-5 <..))]
    priority: Option<i8>,
    #[api(len(..=16), unique)]
    labels: Vec<String>,
    #[api(len(2))]
    region: String,
    #[api(multiple_of(0.25), note(one_of(0.5, 2)))]
    rate: f64,
    #[api(one_of(false))]
    dry: Option<bool>,
    #[api(len(1..))]
    metadata: BTreeMap<String, String>,
    created_at: UnixSeconds,
    #[api(not_before = created_at)]
    started_at: Option<UnixSeconds>,
    #[api(not_after = expires_at, not_before = started_at)]
    completed_at: Option<UnixSeconds>,
    expires_at: Option<UnixSeconds>,
    #[api(at_most = total)]
    completed: u64,
    #[api(note(at_least = completed))]
    total: u64,
}
