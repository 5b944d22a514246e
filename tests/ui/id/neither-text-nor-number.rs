use api_object::ApiObject;

#[derive(ApiObject)]
struct Names(Vec<String>);

#[derive(ApiObject)]
struct FileId(String);

#[derive(ApiObject)]
struct Page {
    names: Names,
    file: FileId,
    total: u64,
}

fn total(page: &Page) -> u64 {
    page.total()
}

fn main() {}
