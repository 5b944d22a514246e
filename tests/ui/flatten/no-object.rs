use std::collections::HashMap;

use api_object::{ApiObject, RawJson};

#[derive(ApiObject)]
struct Dates {
    created: u64,
}

#[derive(ApiObject)]
struct File {
    #[api(flatten)]
    dates: Option<Dates>,
    #[api(flatten)]
    others: HashMap<String, RawJson>,
    #[api(flatten)]
    boxed: Box<Dates>,
    #[api(flatten)]
    names: Vec<String>,
}

fn main() {}
