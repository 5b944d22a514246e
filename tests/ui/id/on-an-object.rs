use api_object::ApiObject;

#[derive(ApiObject)]
#[api(id = "job-")]
struct Job {
    name: String,
}

fn main() {}
