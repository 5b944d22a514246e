use api_object::ApiObject;

#[derive(ApiObject)]
struct Job {
    #[api(id = "job-")]
    id: String,
}

fn main() {}
