use api_object::ApiObject;

#[derive(ApiObject)]
struct FileId(api_object::Str);

fn main() {}
