use api_object::ApiObject;

#[derive(ApiObject)]
struct Job {
    bytes: Option<Vec<u128>>,
    offset: i128,
}

fn main() {
    let _ = |job: Job| -> i128 { job.offset() };
}
