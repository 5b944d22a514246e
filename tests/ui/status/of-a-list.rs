use api_object::ApiObject;

#[derive(ApiObject)]
struct Job {
    #[api(status {
        queued,
        done,
    })]
    at: Vec<JobStatus>,
}

fn main() {}
