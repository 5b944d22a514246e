use api_object::ApiObject;

#[derive(ApiObject)]
#[api(former("task"))]
struct Job {
    name: String,
}

fn main() {}
