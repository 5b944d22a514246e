use api_object::{ApiObject, Nullable};

#[derive(ApiObject)]
#[api(exactly_one(name, title))]
struct Update {
    name: Nullable<String>,
    #[api(optional)]
    title: Option<String>,
}

fn main() {}
