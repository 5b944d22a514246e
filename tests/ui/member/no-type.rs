//! What stands for a type, and is none that a field may have.

use api_object::ApiObject;

#[derive(ApiObject)]
struct Job {
    name: impl Into<String>,
}

#[derive(ApiObject)]
struct Run {
    steps: Vec<_>,
    #[api(len(5))]
    count: u8,
}

fn main() {
    let job = api_object::from_str::<Job>("{}").unwrap();
    let _ = job.name();
}
