use api_object::ApiObject;

#[derive(ApiObject)]
struct Job {
    #[api(status { on, off })]
    at: JobStatus,
    #[api(null_in(active))]
    result: Option<String>,
}

fn main() {}
