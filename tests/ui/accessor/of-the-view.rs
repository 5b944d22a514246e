use api_object::ApiObject;

#[derive(ApiObject)]
struct Job {
    #[api(status { queued, done })]
    state: JobStatus,
}

fn main() {}
