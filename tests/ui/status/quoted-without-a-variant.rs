use api_object::ApiObject;

#[derive(ApiObject)]
struct Job {
    #[api(status {
        queued,
        "in-progress",
    })]
    at: JobStatus,
}

fn main() {}
