use api_object::ApiObject;

#[derive(ApiObject)]
struct Job {
    #[api(status {
        queued,
        self,
    })]
    at: JobStatus,
}

fn main() {}
