use api_object::ApiObject;

#[derive(ApiObject)]
#[api(keyed)]
struct Part {
    text: String,
}

fn main() {}
