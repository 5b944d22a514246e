use api_object::ApiObject;

#[derive(ApiObject)]
struct Job {
    #[api(status { no_status, done }, optional)]
    at: Option<JobStatus>,
}

fn main() {}
