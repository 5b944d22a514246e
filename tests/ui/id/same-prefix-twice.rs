use api_object::{ApiObject, Str};

#[derive(ApiObject)]
#[api(id("file-", "file_", "file-"))]
struct FileId(Str);

fn main() {}
