use api_object::ApiObject;

#[derive(ApiObject)]
enum Purpose {
    FineTune,
    #[api(unknown)]
    Other(api_object::UnknownValue),
    #[api(unknown)]
    Another(api_object::UnknownValue),
}

fn main() {}
