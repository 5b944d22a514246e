use api_object::ApiObject;

#[derive(ApiObject)]
#[api(view = Job)]
struct Job {
    #[api(status { queued => running, running => done | failed, done, failed })]
    at: JobStatus,
}

fn main() {}
