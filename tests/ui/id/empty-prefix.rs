use api_object::ApiObject;

#[derive(ApiObject)]
struct Job {
    #[api(id = "")]
    id: JobId,
}

fn main() {}
