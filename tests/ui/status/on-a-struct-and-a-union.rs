use api_object::{ApiObject, Str};

#[derive(ApiObject)]
#[api(status)]
struct Job {
    id: String,
}

#[derive(ApiObject)]
#[api(id, status)]
struct JobId(Str);

#[derive(ApiObject)]
#[api(tag = "type", status)]
enum Either {
    #[api(next = job)]
    Job(Job),
}

fn main() {}
