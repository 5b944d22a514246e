use api_object::ApiObject;

#[derive(ApiObject)]
struct Job {
    #[api(rename = "a", rename = "b")]
    name: String,
}

fn main() {}
