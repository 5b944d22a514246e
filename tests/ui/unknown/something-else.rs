use api_object::{ApiObject, UnknownObject, UnknownValue};

#[derive(ApiObject)]
enum Purpose {
    FineTune,
    #[api(unknown(typed))]
    Other(UnknownValue),
}

#[derive(ApiObject)]
enum Model {
    Small,
    #[api(unknown = "expected")]
    Other(UnknownValue),
}

#[derive(ApiObject)]
#[api(tag = "type")]
enum Tool {
    Search(Search),
    #[api(unknown())]
    Other(UnknownObject),
}

#[derive(ApiObject)]
struct Search {
    depth: u8,
}

fn main() {}
