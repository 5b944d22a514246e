use api_object::ApiObject;

#[derive(ApiObject)]
struct Job {
    #[api(optional, optional)]
    name: Option<String>,
}

fn main() {}
