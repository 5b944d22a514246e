use api_object::{ApiObject, Extra};

#[derive(ApiObject)]
struct Job {
    id: String,
    extra: Extra,
}

fn main() {}
