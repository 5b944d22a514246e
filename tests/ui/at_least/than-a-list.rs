use api_object::ApiObject;

#[derive(ApiObject)]
struct Job {
    done: bool,
    steps: Option<Vec<u8>>,
    #[api(at_least = steps, not_before = done)]
    enough: u8,
}

fn main() {}
