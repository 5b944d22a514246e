use api_object::ApiObject;

#[derive(ApiObject)]
struct Job {
    #[api(id = "job-", serde)]
    id: JobId,
}

fn main() {}
