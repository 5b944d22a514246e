use std::collections::HashMap;

use api_object::ApiObject;

#[derive(ApiObject)]
struct Job {
    by_number: HashMap<u8, String>,
}

fn main() {}
