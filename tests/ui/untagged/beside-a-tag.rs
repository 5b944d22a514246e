use api_object::ApiObject;

#[derive(ApiObject)]
#[api(untagged, tag = "type", keyed)]
enum Content {
    Text(String),
}

fn main() {}
