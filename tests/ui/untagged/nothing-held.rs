use api_object::ApiObject;

#[derive(ApiObject)]
#[api(untagged)]
enum Content {
    Text(String),
    Nothing,
    Both(String, u8),
    Rest(api_object::Extra),
}

fn main() {}
