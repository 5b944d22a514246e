use api_object::ApiObject;

#[derive(Debug, ApiObject)]
#[api(debug)]
struct Job {
    id: String,
}

fn main() {}
