use api_object::ApiObject;

#[derive(ApiObject)]
enum Purpose {
    #[api(when(deleted = true))]
    FineTune,
    #[api(unknown, when(deleted = false))]
    Other(api_object::UnknownValue),
}

fn main() {}
