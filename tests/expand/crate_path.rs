//! The runtime under another name.

mod facade {
    pub mod api {
        pub use api_object::*;
    }
}

use facade::api;

/// A thing with all that is generated.
#[derive(Debug, PartialEq, api::ApiObject)]
#[api(crate = self::facade::api)]
pub struct Thing {
    /// Names it.
    #[api(id = "thing_")]
    id: ThingId,
    /// Where it stands.
    #[api(status { made => gone, gone })]
    status: ThingStatus,
    /// Why it went.
    #[api(only_in(gone))]
    reason: Option<String>,
}
