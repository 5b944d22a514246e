use std::time::Duration;

use api_object::ApiObject;

#[derive(ApiObject)]
struct Probe {
    #[api(serde(blank = Duration::ZERO), default = Duration::MAX)]
    timeout: Duration,
}

fn main() {}
