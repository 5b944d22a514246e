use api_object::ApiObject;

#[derive(ApiObject)]
#[api(status, closed)]
enum JobStatus {
    Queued,
    Running,
}

#[derive(ApiObject)]
struct Job {
    #[api(status)]
    status: JobStatus,
    #[api(once(running))]
    a: Option<u8>,
}

fn main() {}
