use api_object::ApiObject;

#[derive(ApiObject)]
struct Job {
    #[api(status {
        queued,
        done,
    })]
    at: JobStatus,
    #[api(status { on, off })]
    power: PowerStatus,
}

fn main() {}
