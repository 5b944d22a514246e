use api_object::ApiObject;

#[derive(ApiObject)]
#[api(tag)]
enum AnyObject {
    File(File),
    Either(Either),
}

#[derive(ApiObject)]
#[api(object = "file")]
struct File {
    id: String,
}

#[derive(ApiObject)]
#[api(untagged)]
enum Either {
    Id(String),
    File(File),
}

fn main() {}
