use api_object::ApiObject;

#[derive(ApiObject)]
struct Job {
    #[api(optinal)]
    name: Option<String>,
}

fn main() {}
