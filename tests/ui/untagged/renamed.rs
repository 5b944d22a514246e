use api_object::ApiObject;

#[derive(ApiObject)]
#[api(untagged)]
enum Content {
    #[api(rename = "text", alias = "words")]
    Text(String),
}

fn main() {}
