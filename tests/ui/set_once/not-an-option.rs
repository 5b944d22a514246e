use api_object::ApiObject;

#[derive(ApiObject)]
struct Job {
    #[api(set_once)]
    name: String,
}

fn main() {}
