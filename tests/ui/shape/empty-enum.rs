use api_object::ApiObject;

#[derive(ApiObject)]
enum Purpose {}

fn main() {}
