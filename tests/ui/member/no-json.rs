use std::fmt::Debug;

use api_object::ApiObject;

#[derive(ApiObject)]
struct Job {
    call: fn(u8) -> u8,
    shown: Option<Box<dyn Debug>>,
    place: Vec<*const u8>,
}

fn main() {}
