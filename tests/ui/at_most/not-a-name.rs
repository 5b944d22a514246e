use api_object::ApiObject;

#[derive(ApiObject)]
struct Job {
    total: u8,
    #[api(at_most = 5)]
    done: u8,
}

fn main() {}
