use api_object::ApiObject;

#[derive(ApiObject)]
struct Job {
    #[api(range(1..=five))]
    tries: u8,
}

fn main() {}
