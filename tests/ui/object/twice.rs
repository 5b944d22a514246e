use api_object::ApiObject;

#[derive(ApiObject)]
#[api(object = "job")]
#[api(object = "task")]
struct Job {
    name: String,
}

fn main() {}
