use api_object::ApiObject;

#[derive(ApiObject)]
#[api(tag = "type")]
struct Job {
    name: String,
}

fn main() {}
