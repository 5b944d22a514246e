use api_object::ApiObject;

#[derive(ApiObject)]
#[api(id = "issue-")]
struct IssueId(u64);

#[derive(ApiObject)]
struct Label {
    #[api(id(u64, "label-"))]
    id: LabelId,
}

fn main() {
    let _ = (IssueId(7).get(), LabelId(7).get());
}
