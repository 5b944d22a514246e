use api_object::{ApiObject, Extra};

#[derive(ApiObject)]
struct Dates {
    created: u64,
}

#[derive(ApiObject)]
struct File {
    #[api(flatten, rename = "when", optional)]
    dates: Dates,
    #[api(flatten, extra)]
    extra: Extra,
}

fn main() {}
