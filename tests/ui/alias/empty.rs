use api_object::ApiObject;

#[derive(ApiObject)]
struct Job {
    #[api(alias())]
    name: String,
}

fn main() {}
