use api_object::ApiObject;

#[derive(ApiObject)]
struct Job {
    #[api(status {
        queued,
        #[api(unknown)]
        other,
    })]
    at: JobStatus,
}

fn main() {}
