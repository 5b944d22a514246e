use api_object::ApiObject;

#[derive(ApiObject)]
struct Job {
    #[api(optional, default)]
    name: Option<String>,
}

fn main() {}
