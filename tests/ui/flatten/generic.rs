use api_object::ApiObject;

#[derive(ApiObject)]
struct Dates {
    created: u64,
}

#[derive(ApiObject)]
struct File<T> {
    data: T,
    #[api(flatten)]
    dates: Dates,
}

fn main() {}
