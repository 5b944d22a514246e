use api_object::ApiObject;

#[derive(ApiObject)]
struct Job {
    #[api(accessor = true)]
    name: String,
}

fn main() {}
