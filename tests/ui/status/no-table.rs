use api_object::ApiObject;

#[derive(ApiObject)]
struct Job {
    #[api(status)]
    at: JobStatus,
}

fn main() {}
