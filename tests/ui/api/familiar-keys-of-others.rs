use api_object::{ApiObject, UnknownValue};

#[derive(ApiObject)]
#[api(strict)]
struct Job {
    #[api(skip)]
    internal: u8,
    #[api(serialize_with = "x")]
    at: u64,
    #[api(minimum = 1)]
    n: u8,
    #[api(transparent)]
    url: String,
    #[api(const = "job")]
    kind: String,
    #[api(readonly)]
    state: String,
    #[api(maxLength = 5)]
    name: String,
    #[api(uniqueItems)]
    tags: Vec<String>,
}

#[derive(ApiObject)]
enum Words {
    A,
    #[api(other)]
    B,
    #[api(unknown)]
    Other(UnknownValue),
}

#[derive(ApiObject)]
#[api(transparent)]
struct Slug(api_object::Str);

fn main() {}
