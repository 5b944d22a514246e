use api_object::{ApiObject, UnknownValue};

#[derive(ApiObject)]
#[api(status { on => off, off })]
enum Position {
    On,
    Off,
    #[api(unknown)]
    Other(UnknownValue),
}

fn main() {}
