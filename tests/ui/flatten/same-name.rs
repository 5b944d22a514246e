use api_object::ApiObject;

#[derive(ApiObject)]
struct Dates {
    created: u64,
    #[api(alias = "id")]
    made_by: String,
}

#[derive(ApiObject)]
struct File {
    id: String,
    #[api(flatten)]
    dates: Dates,
}

fn main() {}
