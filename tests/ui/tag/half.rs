use api_object::ApiObject;

#[derive(ApiObject)]
#[api(tag(key = "type"))]
struct Job {
    name: String,
}

fn main() {}
