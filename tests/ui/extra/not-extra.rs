use api_object::ApiObject;

#[derive(ApiObject)]
struct Job {
    #[api(extra)]
    extra: std::collections::HashMap<String, String>,
}

fn main() {}
