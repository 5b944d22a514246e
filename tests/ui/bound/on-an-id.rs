use api_object::{ApiObject, Str, UnknownValue};

#[derive(ApiObject)]
#[api(id, bound = "")]
struct FileId(Str);

#[derive(ApiObject)]
#[api(bound = "")]
enum Purpose {
    Batch,
    #[api(unknown)]
    Other(UnknownValue),
}

fn main() {}
