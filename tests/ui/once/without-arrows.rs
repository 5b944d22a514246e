use api_object::ApiObject;

#[derive(ApiObject)]
struct Job {
    #[api(status { queued, running })]
    status: JobStatus,
    #[api(once(running))]
    a: Option<u8>,
}

fn main() {}
