use api_object::ApiObject;

#[derive(ApiObject)]
enum Purpose {
    FineTune,
    #[api(alias("tune", "fine_tune"))]
    Tune2,
    #[api(unknown)]
    Other(api_object::UnknownValue),
}

fn main() {}
