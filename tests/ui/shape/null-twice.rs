use api_object::{ApiObject, Nullable};

#[derive(ApiObject)]
struct UpdateJob {
    name: Option<Option<String>>,
    tags: Vec<Option<Option<u8>>>,
    note: Option<Nullable<String>>,
    priority: Nullable<Option<u8>>,
    total: u64,
}

fn total(update: &UpdateJob) -> u64 {
    update.total()
}

fn main() {}
