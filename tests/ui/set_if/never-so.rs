use api_object::{ApiObject, Auto};

#[derive(ApiObject)]
struct Invoice {
    paid: bool,
    #[api(set_if(paid = yes))]
    paid_at: Option<u64>,
    kind: Option<String>,
    #[api(only_if(kind = 1 | "draft"))]
    draft: Option<u8>,
    lines: Vec<u8>,
    #[api(null_if(lines = 0))]
    total: Option<u8>,
    // A word may stand there, too.
    limit: Option<Auto<u32>>,
    #[api(null_if(limit = auto))]
    spent: Option<u8>,
    #[api(set_if(limit = 7))]
    left: Option<u8>,
}

fn main() {}
