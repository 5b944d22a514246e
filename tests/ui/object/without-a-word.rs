use api_object::ApiObject;

#[derive(ApiObject)]
#[api(object)]
struct Job {
    name: String,
}

fn main() {}
