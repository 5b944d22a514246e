use api_object::ApiObject;

#[derive(ApiObject)]
struct Job {
    #[api(check = odd)]
    count: Option<u8>,
}

fn odd(count: &u8) -> bool {
    count % 2 == 1
}

fn main() {}
