use api_object::ApiObject;

#[derive(ApiObject)]
struct Job {
    #[api(len(..=1.5))]
    name: String,
}

fn main() {}
