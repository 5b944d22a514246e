use api_object::ApiObject;

#[derive(ApiObject)]
enum Mixed {
    Word,
    Holder(String),
    #[api(unknown)]
    Other(api_object::UnknownValue),
}

fn main() {}
