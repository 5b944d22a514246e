use api_object::ApiObject;

#[derive(ApiObject)]
struct Label {
    #[api(id(f64))]
    id: LabelId,
    #[api(id(String))]
    parent: Option<ParentId>,
}

#[derive(ApiObject)]
#[api(id)]
struct Score(f64);

fn main() {}
