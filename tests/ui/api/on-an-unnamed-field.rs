use api_object::ApiObject;

#[derive(ApiObject)]
#[api(id = "file-")]
struct FileId(#[api(rename = "id")] api_object::Str);

fn main() {}
