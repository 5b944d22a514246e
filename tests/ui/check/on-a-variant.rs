use api_object::ApiObject;

#[derive(ApiObject)]
enum Purpose {
    #[api(check = even)]
    FineTune,
    #[api(unknown)]
    Other(api_object::UnknownValue),
}

fn main() {}
