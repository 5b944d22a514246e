use api_object::ApiObject;

#[derive(ApiObject)]
#[api(id, rename_all = "camelCase")]
struct FileId(api_object::Str);

fn main() {}
