use api_object::ApiObject;

#[derive(ApiObject)]
#[api(crate = "api_object")]
struct Job {
    name: String,
}

fn main() {}
