use api_object::{ApiObject, RawJson};

#[derive(ApiObject)]
#[api(untagged)]
enum Content {
    Text(String),
    Count(u8),
    #[api(unknown(expected))]
    Any(RawJson),
}

fn main() {}
