use api_object::ApiObject;

#[derive(ApiObject)]
struct Job {
    #[api(immutable = true)]
    name: String,
}

fn main() {}
