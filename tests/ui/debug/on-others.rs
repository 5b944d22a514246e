use api_object::{ApiObject, Str, UnknownValue};

#[derive(ApiObject)]
#[api(id, debug)]
struct JobId(Str);

#[derive(ApiObject)]
#[api(debug)]
enum Kind {
    One,
    #[api(unknown)]
    Other(UnknownValue),
}

fn main() {}
