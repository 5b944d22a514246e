use api_object::ApiObject;

#[derive(ApiObject)]
struct Job {
    #[api(rename = "startedAt")]
    started: api_object::UnixSeconds,
    #[api(not_after = startedAt)]
    asked: api_object::UnixSeconds,
}

fn main() {}
