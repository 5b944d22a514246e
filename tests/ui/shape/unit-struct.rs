use api_object::ApiObject;

#[derive(ApiObject)]
struct Job;

fn main() {}
