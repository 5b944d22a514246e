use api_object::ApiObject;

#[derive(ApiObject)]
#[api(tag = "type")]
enum Kind {
    Text,
}

#[derive(ApiObject)]
struct File {
    #[api(flatten)]
    kind: Kind,
}

fn main() {}
