use api_object::ApiObject;

#[derive(ApiObject)]
struct Job {
    #[api(status {
        queued => running
        running => done,
        done,
    })]
    at: JobStatus,
}

fn main() {}
