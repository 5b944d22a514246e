use api_object::ApiObject;

#[derive(ApiObject)]
struct Job {
    #[api(rename_all = "camelCase")]
    name: String,
}

fn main() {}
