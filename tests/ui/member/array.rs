use api_object::ApiObject;

#[derive(ApiObject)]
struct Job {
    digits: Option<[u8; 4]>,
}

fn main() {}
