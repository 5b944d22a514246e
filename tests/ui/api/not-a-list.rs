use api_object::ApiObject;

#[derive(ApiObject)]
struct Job {
    #[api = "name"]
    name: String,
}

fn main() {}
