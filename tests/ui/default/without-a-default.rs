use api_object::ApiObject;

#[derive(ApiObject)]
struct Failure {
    message: String,
}

#[derive(ApiObject)]
struct Job {
    #[api(default)]
    failure: Failure,
}

fn main() {}
