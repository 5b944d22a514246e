use api_object::ApiObject;

#[derive(ApiObject)]
struct Job {
    #[api(status { queued => running, running => done | failed, done, failed })]
    at: JobStatus,
    #[api(set_in(ended, done))]
    result: Option<String>,
}

fn main() {}
