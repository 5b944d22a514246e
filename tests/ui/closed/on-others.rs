use api_object::{ApiObject, Str};

#[derive(ApiObject)]
#[api(closed)]
struct Job {
    id: String,
}

#[derive(ApiObject)]
#[api(id, closed)]
struct JobId(Str);

fn main() {}
