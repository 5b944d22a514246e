use api_object::ApiObject;

#[derive(ApiObject)]
#[api(untagged)]
enum Content {
    #[api(when(deleted = true))]
    Text(String),
}

fn main() {}
