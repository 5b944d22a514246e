use api_object::ApiObject;

#[derive(ApiObject)]
struct Job {
    #[api(status {
        queued => end,
        end,
    })]
    at: JobStatus,
}

fn main() {}
