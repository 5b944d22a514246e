use api_object::ApiObject;

#[derive(ApiObject)]
#[api(id = 5)]
struct FileId(api_object::Str);

fn main() {}
