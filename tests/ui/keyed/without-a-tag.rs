use api_object::ApiObject;

#[derive(ApiObject)]
#[api(keyed)]
enum Part {
    Text(String),
}

fn main() {}
