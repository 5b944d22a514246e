use api_object::ApiObject;

#[derive(ApiObject)]
#[api(id = "file-")]
struct FileId<'a>(&'a String);

fn main() {}
