use std::time::Duration;

use api_object::ApiObject;

#[derive(ApiObject)]
struct Probe {
    #[api(serde(empty = Duration::ZERO))]
    timeout: Duration,
    #[api(serde = "std::time")]
    pause: Duration,
}

fn main() {}
