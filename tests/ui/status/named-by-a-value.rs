use api_object::{ApiObject, UnknownValue};

#[derive(ApiObject)]
struct Job {
    #[api(status = JobStatus)]
    status: JobStatus,
    #[api(set_in(done))]
    result: Option<String>,
}

#[derive(ApiObject)]
#[api(status)]
enum JobStatus {
    #[api(next = done)]
    Queued,
    Done,
    #[api(unknown)]
    Other(UnknownValue),
}

fn main() {}
