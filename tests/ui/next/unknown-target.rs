use api_object::{ApiObject, UnknownValue};

#[derive(ApiObject)]
#[api(status)]
enum Position {
    #[api(next = of | off | off)]
    On,
    Off,
    #[api(unknown, next = on)]
    Other(UnknownValue),
}

fn main() {}
