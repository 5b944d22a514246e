use std::collections::BTreeMap;

use api_object::ApiObject;

struct Money;

#[derive(ApiObject)]
struct Job {
    by_name: BTreeMap<String, Money>,
}

fn main() {}
