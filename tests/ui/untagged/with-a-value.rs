use api_object::ApiObject;

#[derive(ApiObject)]
#[api(untagged = true)]
enum Content {
    Text(String),
}

fn main() {}
