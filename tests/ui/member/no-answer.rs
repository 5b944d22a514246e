use api_object::{ApiObject, FillOwned};

struct Page;

#[derive(ApiObject)]
struct File {
    name: String,
}

fn get<T: FillOwned>(body: &[u8]) -> T {
    api_object::from_slice::<T>(body).unwrap().lenient()
}

fn main() {
    let _: File = get(b"");
    let _: Page = get(b"");
}
