use api_object::ApiObject;

#[derive(ApiObject)]
#[api(rename_all = "camelcase")]
struct Job {
    name: String,
}

fn main() {}
