use api_object::ApiObject;

#[derive(ApiObject)]
struct Job {
    #[api(status)]
    at: Option<String>,
}

fn main() {}
