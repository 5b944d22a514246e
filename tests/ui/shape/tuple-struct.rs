use api_object::ApiObject;

#[derive(ApiObject)]
struct Job(String, u8);

fn main() {}
