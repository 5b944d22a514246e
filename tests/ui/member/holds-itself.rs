//! A type that holds itself as it is, of which the compiler says how to go about it.

use api_object::{ApiObject, UnknownObject};

#[derive(ApiObject)]
struct Job {
    #[api(id = "job-")]
    id: JobId,
    parent: Self,
}

#[derive(ApiObject)]
#[api(tag = "type")]
enum Tool {
    Inner(Tool),
    #[api(unknown)]
    Other(UnknownObject),
}

fn main() {
    let _ = JobId::from("job-1");
}
