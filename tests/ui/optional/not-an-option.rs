use api_object::ApiObject;

#[derive(ApiObject)]
struct Job {
    #[api(optional)]
    name: String,
}

fn main() {}
