use api_object::ApiObject;

#[derive(ApiObject)]
struct Job {
    #[api(null_like(0))]
    a: Option<u8>,
}

fn main() {}
