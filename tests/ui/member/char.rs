use api_object::ApiObject;

#[derive(ApiObject)]
struct Job {
    initial: char,
}

fn main() {
    let _ = |job: Job| -> char { job.initial() };
}
