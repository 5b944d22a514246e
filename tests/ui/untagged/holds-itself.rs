use api_object::ApiObject;

#[derive(ApiObject)]
#[api(untagged)]
enum Content {
    Text(String),
    Again(Option<Box<Content>>),
}

fn main() {}
