use api_object::ApiObject;

#[derive(ApiObject)]
struct Job {
    #[api(rename = "id")]
    name: String,
    id: String,
}

fn main() {}
