use api_object::ApiObject;

#[derive(ApiObject)]
struct Job {
    #[api(each(not_before = started))]
    moments: Vec<api_object::UnixSeconds>,
    started: api_object::UnixSeconds,
}

fn main() {}
