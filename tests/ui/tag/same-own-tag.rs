use api_object::ApiObject;

#[derive(ApiObject)]
#[api(tag)]
enum FileOrReceipt {
    File(File),
    Receipt(Receipt),
}

#[derive(ApiObject)]
#[api(object = "file", former("document"))]
struct File {
    id: String,
}

#[derive(ApiObject)]
#[api(object = "document")]
struct Receipt {
    id: String,
    deleted: bool,
}

fn main() {}
