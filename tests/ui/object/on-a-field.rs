use api_object::ApiObject;

#[derive(ApiObject)]
struct Job {
    #[api(object = "job")]
    name: String,
}

fn main() {}
