use api_object::ApiObject;

#[derive(ApiObject)]
struct Job {
    #[api(alias = "id")]
    name: String,
    id: String,
}

fn main() {}
