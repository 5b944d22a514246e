use api_object::ApiObject;

#[derive(ApiObject)]
#[api(tag = "type", keyed, content = "value")]
enum Part {
    Text(String),
}

fn main() {}
