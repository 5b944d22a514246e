use api_object::ApiObject;

#[derive(ApiObject)]
#[api(rename = "Job")]
struct Job {
    name: String,
}

fn main() {}
