use std::borrow::Cow;

use api_object::{ApiObject, Extra};

#[derive(ApiObject)]
struct Job<'a> {
    bytes: &'a [u8],
    names: Option<Cow<'a, [String]>>,
    boxed: Box<[u8]>,
    number: &'a u8,
    changed: Option<&'a mut str>,
    // Text is borrowed.
    name: &'a str,
    title: Cow<'a, str>,
    #[api(extra)]
    extra: Extra,
}

fn main() {}
