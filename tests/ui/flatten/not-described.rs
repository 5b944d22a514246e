use api_object::ApiObject;

struct Dates;

#[derive(ApiObject)]
struct File {
    name: String,
    #[api(flatten)]
    dates: Dates,
}

fn main() {}
