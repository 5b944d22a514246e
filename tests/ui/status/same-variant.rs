use api_object::ApiObject;

#[derive(ApiObject)]
struct Job {
    #[api(status {
        in_progress,
        inProgress,
    })]
    at: JobStatus,
}

fn main() {}
