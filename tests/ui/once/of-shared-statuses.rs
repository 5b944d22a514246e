use api_object::ApiObject;

#[derive(ApiObject)]
#[api(status, closed)]
enum JobStatus {
    #[api(next = running)]
    Queued,
    Running,
}

#[derive(ApiObject)]
struct Job {
    #[api(status)]
    status: JobStatus,
    #[api(once(queued, running))]
    a: Option<u8>,
    #[api(once(ended))]
    b: Option<u8>,
    #[api(once(!queued))]
    c: Option<u8>,
}

#[derive(ApiObject)]
struct Misspelled {
    #[api(status)]
    status: JobStatus,
    #[api(once(runing))]
    a: Option<u8>,
}

fn main() {}
