use api_object::{ApiObject, UnknownValue};

#[derive(ApiObject)]
#[api(closed)]
enum Order {
    Asc,
    #[api(unknown)]
    Other(UnknownValue),
}

fn main() {}
