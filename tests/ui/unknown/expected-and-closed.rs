use api_object::{ApiObject, UnknownValue};

#[derive(ApiObject)]
#[api(closed)]
enum Model {
    Small,
    #[api(unknown(expected))]
    Other(UnknownValue),
}

fn main() {}
