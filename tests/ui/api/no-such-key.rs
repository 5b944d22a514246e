use api_object::ApiObject;

#[derive(ApiObject)]
struct Job {
    #[api(frobnicate)]
    name: Option<String>,
}

fn main() {}
