use api_object::ApiObject;

#[derive(ApiObject)]
#[api(object = job)]
struct Job {
    name: String,
}

fn main() {}
