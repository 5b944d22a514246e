use api_object::ApiObject;

#[derive(ApiObject)]
struct Dates {
    created: u64,
}

#[derive(ApiObject)]
struct File {
    #[api(flatten = true)]
    dates: Dates,
}

fn main() {}
