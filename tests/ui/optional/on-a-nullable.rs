use api_object::{ApiObject, Nullable};

#[derive(ApiObject)]
struct Update {
    #[api(optional)]
    name: Nullable<String>,
}

fn main() {}
