use api_object::ApiObject;

#[derive(ApiObject)]
#[api(object = "job")]
struct Job {
    #[api(rename = "object")]
    kind: String,
}

fn main() {}
