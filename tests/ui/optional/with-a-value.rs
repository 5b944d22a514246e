use api_object::ApiObject;

#[derive(ApiObject)]
struct Job {
    #[api(optional = true)]
    name: Option<String>,
}

fn main() {}
