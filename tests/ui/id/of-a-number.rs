use api_object::ApiObject;

#[derive(ApiObject)]
struct IssueId(u64);

#[derive(ApiObject)]
#[api(id)]
struct LabelId(i32);

#[derive(ApiObject)]
struct Issue {
    id: IssueId,
    label: LabelId,
}

fn main() {}
