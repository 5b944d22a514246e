use api_object::ApiObject;

#[derive(ApiObject)]
struct Job {
    #[api(unknown)]
    name: String,
}

fn main() {}
