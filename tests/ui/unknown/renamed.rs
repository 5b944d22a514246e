use api_object::ApiObject;

#[derive(ApiObject)]
enum Purpose {
    FineTune,
    #[api(unknown, rename = "other")]
    Other(api_object::UnknownValue),
}

fn main() {}
