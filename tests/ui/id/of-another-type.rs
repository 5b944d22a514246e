use api_object::ApiObject;

#[derive(ApiObject)]
#[api(id = "file-")]
struct FileId(String);

fn main() {}
