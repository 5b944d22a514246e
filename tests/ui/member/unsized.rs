//! What has no size can be no member by itself.

use api_object::ApiObject;

#[derive(ApiObject)]
struct Text {
    text: str,
}

#[derive(ApiObject)]
struct Numbers {
    numbers: [u8],
}

#[derive(ApiObject)]
struct Anything {
    #[api(serde)]
    thing: dyn std::fmt::Debug,
}

#[derive(ApiObject)]
struct Texts {
    first: str,
    second: String,
}

fn main() {}
