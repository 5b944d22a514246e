use api_object::{ApiObject, Extra};

#[derive(ApiObject)]
#[api(tag = "type", keyed)]
enum Part {
    Text(String, u8),
    Image(String, Vec<Shared>, Extra),
    Sound(String, Shared, Shared, Extra),
}

#[derive(ApiObject)]
struct Shared {
    index: u32,
}

fn main() {}
