use api_object::ApiObject;

#[derive(ApiObject)]
struct Job {
    #[api(len(..=5))]
    tries: u64,
}

fn main() {}
