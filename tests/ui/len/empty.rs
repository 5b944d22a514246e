use api_object::ApiObject;

#[derive(ApiObject)]
struct Job {
    #[api(len(..0))]
    name: String,
}

fn main() {}
