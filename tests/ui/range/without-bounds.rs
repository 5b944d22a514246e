use api_object::ApiObject;

#[derive(ApiObject)]
struct Job {
    #[api(range(..))]
    tries: u8,
}

fn main() {}
