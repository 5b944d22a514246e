use std::net::IpAddr;

use api_object::{ApiObject, Nullable};

#[derive(ApiObject)]
struct ChangeProbe {
    #[api(serde(blank = Nullable::Absent))]
    target: Nullable<IpAddr>,
}

fn main() {}
