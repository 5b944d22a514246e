use api_object::ApiObject;

#[derive(ApiObject)]
enum Purpose<T> {
    FineTune,
    #[api(unknown)]
    Other(T),
}

fn main() {}
