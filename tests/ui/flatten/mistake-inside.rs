//! A mistake in what is flattened is one error, and none at whoever flattens it.

use api_object::ApiObject;

#[derive(ApiObject)]
struct Dates {
    #[api(optional)]
    created: u64,
}

#[derive(ApiObject)]
struct File {
    id: String,
    #[api(flatten)]
    dates: Dates,
}

fn main() {}
