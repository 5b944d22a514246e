use api_object::ApiObject;

#[derive(ApiObject)]
struct Job {
    started: api_object::UnixSeconds,
    #[api(not_before = startd)]
    ended: api_object::UnixSeconds,
}

fn main() {}
