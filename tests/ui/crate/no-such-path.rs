use api_object::ApiObject;

#[derive(ApiObject)]
#[api(crate = no_such::path)]
struct Job {
    id: String,
}

fn main() {}
