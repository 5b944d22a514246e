use api_object::ApiObject;

#[derive(ApiObject)]
struct Job {
    #[api(range(5..=1))]
    tries: u8,
}

fn main() {}
