//! Two objects make the same id: the second one has to name the type, and not to make it.

use api_object::ApiObject;

#[derive(ApiObject)]
struct Upload {
    #[api(id = "file-")]
    file: FileId,
}

#[derive(ApiObject)]
struct Download {
    #[api(id = "file-")]
    file: FileId,
}

fn main() {}
