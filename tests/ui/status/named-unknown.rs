use api_object::ApiObject;

#[derive(ApiObject)]
struct Job {
    #[api(status {
        queued,
        unknown,
    })]
    at: JobStatus,
}

fn main() {}
