use api_object::ApiObject;

#[derive(ApiObject)]
struct Job {
    #[api(default = )]
    name: String,
}

fn main() {}
