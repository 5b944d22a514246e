use api_object::ApiObject;

#[derive(ApiObject)]
struct Job {
    #[api(not_before = ended)]
    ended: api_object::UnixSeconds,
}

fn main() {}
