use api_object::ApiObject;

#[derive(ApiObject)]
#[api(tag)]
struct Job {
    id: String,
}

fn main() {}
