use api_object::{ApiObject, UnknownObject};

#[derive(ApiObject)]
struct Page<'__de, __S> {
    name: &'__de str,
    items: Vec<__S>,
}

#[derive(ApiObject)]
#[api(tag = "type")]
enum Part<'__a> {
    Text(Text<'__a>),
    #[api(unknown)]
    Other(UnknownObject),
}

#[derive(ApiObject)]
struct Text<'a> {
    text: &'a str,
}

#[allow(non_camel_case_types)]
#[derive(ApiObject)]
struct __rt {
    text: String,
}

#[derive(ApiObject)]
struct Held {
    all: Vec<__rt>,
    status: __Statuses,
}

fn main() {}
