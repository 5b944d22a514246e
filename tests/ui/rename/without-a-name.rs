use api_object::ApiObject;

#[derive(ApiObject)]
struct Job {
    #[api(rename)]
    name: String,
}

fn main() {}
