use api_object::ApiObject;

#[derive(ApiObject)]
#[api(object = "job", former("task", "job"))]
struct Job {
    name: String,
}

fn main() {}
