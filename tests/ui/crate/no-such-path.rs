use api_object::ApiObject;

#[derive(ApiObject)]
#[api(crate = no_such::path)]
struct Job {
    #[api(id = "job-")]
    id: JobId,
}

fn main() {}
