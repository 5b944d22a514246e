use api_object::ApiObject;

#[derive(ApiObject)]
struct Job {
    #[api(check = even)]
    seed: u8,
}

fn main() {}
