use api_object::ApiObject;

#[derive(ApiObject)]
struct Job {
    #[api(status {
        queued,
        queued,
    })]
    at: JobStatus,
}

fn main() {}
