use api_object::{ApiObject, UnknownValue};

#[derive(ApiObject)]
enum Position {
    #[api(next = off)]
    On,
    #[api(next)]
    Off,
    #[api(unknown)]
    Other(UnknownValue),
}

fn main() {}
