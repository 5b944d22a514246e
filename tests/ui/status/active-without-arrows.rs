use api_object::{ApiObject, UnknownValue};

#[derive(ApiObject)]
#[api(status)]
enum Position {
    On,
    Off,
    #[api(unknown)]
    Other(UnknownValue),
}

#[derive(ApiObject)]
struct Switch {
    #[api(status)]
    position: Position,
    #[api(set_in(active))]
    since: Option<u64>,
}

fn main() {}
