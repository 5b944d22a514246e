use api_object::ApiObject;

#[derive(ApiObject)]
struct IssueId(u64);

fn main() {}
