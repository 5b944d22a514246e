use api_object::ApiObject;

#[derive(ApiObject)]
struct Job {
    id: JobId,
}

fn main() {}
