use api_object::ApiObject;

#[derive(ApiObject)]
enum Purpose {
    FineTune,
    #[api(unknown)]
    Other(String),
}

fn main() {}
