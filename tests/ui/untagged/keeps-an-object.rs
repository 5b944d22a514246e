use api_object::ApiObject;

#[derive(ApiObject)]
#[api(untagged)]
enum Content {
    Text(String),
    #[api(unknown)]
    Other(api_object::UnknownObject),
}

fn main() {}
