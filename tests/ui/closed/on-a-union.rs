use api_object::ApiObject;

#[derive(ApiObject)]
struct Job {
    id: String,
}

#[derive(ApiObject)]
#[api(tag = "type", closed)]
enum Either {
    Job(Job),
}

fn main() {}
