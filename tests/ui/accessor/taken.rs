use api_object::ApiObject;

#[derive(ApiObject)]
struct Job {
    id: String,
    #[api(accessor = id)]
    name: String,
}

fn main() {}
