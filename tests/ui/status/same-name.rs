use api_object::{ApiObject, UnknownValue};

#[derive(ApiObject)]
#[api(status)]
enum Position {
    InUse,
    #[api(rename = "in-use")]
    In_Use,
    #[api(unknown)]
    Other(UnknownValue),
}

fn main() {}
