use std::time::Duration;

use api_object::ApiObject;

#[derive(ApiObject)]
struct Job {
    took: Duration,
}

fn main() {}
