use api_object::ApiObject;

#[derive(ApiObject)]
struct Job {
    #[api(immutable, set_once)]
    name: Option<String>,
}

fn main() {}
