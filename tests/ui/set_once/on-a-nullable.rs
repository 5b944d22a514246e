use api_object::{ApiObject, Nullable};

#[derive(ApiObject)]
struct Update {
    draft: bool,
    #[api(set_once)]
    name: Nullable<String>,
    #[api(set_if(draft = false))]
    reason: Nullable<String>,
}

fn main() {}
