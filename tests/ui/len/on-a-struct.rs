use api_object::ApiObject;

#[derive(ApiObject)]
#[api(len(..=5))]
struct Job {
    name: String,
}

fn main() {}
