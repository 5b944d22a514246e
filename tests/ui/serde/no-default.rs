use std::net::IpAddr;

use api_object::ApiObject;

#[derive(ApiObject)]
struct Probe {
    #[api(serde)]
    target: IpAddr,
}

fn main() {}
