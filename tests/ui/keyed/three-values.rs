use api_object::ApiObject;

#[derive(ApiObject)]
#[api(tag = "type", keyed)]
enum Part {
    Text(String, u8),
    Image(String, u8, api_object::Extra),
}

fn main() {}
