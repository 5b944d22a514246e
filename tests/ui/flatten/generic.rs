use api_object::ApiObject;

#[derive(ApiObject)]
struct Range<T> {
    first: T,
}

#[derive(ApiObject)]
struct Page<T> {
    data: Vec<T>,
    #[api(flatten)]
    range: Range<T>,
}

fn main() {}
