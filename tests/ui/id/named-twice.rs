use api_object::ApiObject;

#[derive(ApiObject)]
#[api(id(u64))]
struct IssueId(u64);

#[derive(ApiObject)]
struct Label {
    #[api(id = u64)]
    id: LabelId,
}

fn main() {}
