use api_object::ApiObject;

#[derive(ApiObject)]
struct Job {
    #[api(status {
        queued -> done,
        done,
    })]
    at: JobStatus,
}

fn main() {}
