use api_object::ApiObject;

#[derive(ApiObject)]
struct Job {
    #[api(status { queued => running, running => done | failed, done, failed })]
    at: JobStatus,
    #[api(only_in(faild, dnoe))]
    error: Option<String>,
}

fn main() {}
