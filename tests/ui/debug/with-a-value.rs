use api_object::ApiObject;

#[derive(ApiObject)]
#[api(debug = true)]
struct Job {
    id: String,
}

/// Is shown all the same.
fn show(job: &Job) -> String {
    format!("{job:?}")
}

fn main() {}
