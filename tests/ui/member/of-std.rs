use std::time::Duration;

use api_object::ApiObject;

#[derive(ApiObject)]
struct Job {
    took: Duration,
    pair: (u8, u8),
    #[api(default)]
    array: [u8; 4],
}

fn main() {}
