use api_object::ApiObject;

#[derive(ApiObject)]
struct Job {
    #[api(status {
        queued => runing,
        running => done,
        done,
    })]
    at: JobStatus,
}

fn main() {}
