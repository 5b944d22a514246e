use api_object::ApiObject;

#[derive(ApiObject)]
#[api(tag, rename_all = "camelCase")]
enum AnyObject {
    #[api(rename = "file", alias = "document")]
    File(File),
    Nothing,
}

#[derive(ApiObject)]
#[api(object = "file")]
struct File {
    id: String,
}

fn main() {}
