use std::net::IpAddr;

use api_object::ApiObject;

#[derive(ApiObject)]
struct Probe {
    #[api(serde(blank = None))]
    target: Option<IpAddr>,
}

fn main() {}
