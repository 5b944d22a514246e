use api_object::ApiObject;

#[derive(ApiObject)]
#[api(untagged)]
enum Purpose {
    FineTune,
    #[api(unknown)]
    Other(api_object::UnknownValue),
}

fn main() {}
