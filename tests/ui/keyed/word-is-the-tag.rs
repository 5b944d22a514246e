use api_object::ApiObject;

#[derive(ApiObject)]
#[api(tag = "type", keyed)]
enum Part {
    Type(String),
    Text(String),
}

fn main() {}
