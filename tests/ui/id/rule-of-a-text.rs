use api_object::ApiObject;

#[derive(ApiObject)]
#[api(id, len(1..=8))]
struct IssueId(u64);

fn main() {}
