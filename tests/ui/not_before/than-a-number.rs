use api_object::{ApiObject, UnixSeconds};

#[derive(ApiObject)]
struct Job {
    created: UnixSeconds,
    #[api(not_before = created)]
    ended_at: Option<String>,
}

fn main() {}
