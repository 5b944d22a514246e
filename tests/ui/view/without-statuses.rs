use api_object::ApiObject;

#[derive(ApiObject)]
#[api(view = Phase)]
struct Job {
    name: String,
}

fn main() {}
