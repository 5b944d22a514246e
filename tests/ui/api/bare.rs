use api_object::ApiObject;

#[derive(ApiObject)]
struct Job {
    #[api]
    name: String,
}

fn main() {}
