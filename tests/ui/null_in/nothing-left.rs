use api_object::ApiObject;

#[derive(ApiObject)]
struct Job {
    #[api(status { on })]
    at: JobStatus,
    #[api(null_in(!on))]
    result: Option<String>,
}

fn main() {}
