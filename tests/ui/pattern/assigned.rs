use api_object::ApiObject;

#[derive(ApiObject)]
struct Job {
    #[api(pattern = "^[a-z]+$")]
    name: String,
}

fn main() {}
