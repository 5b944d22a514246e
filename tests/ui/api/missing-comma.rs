use api_object::ApiObject;

#[derive(ApiObject)]
struct Job {
    #[api(optional immutable)]
    name: Option<String>,
}

fn main() {}
