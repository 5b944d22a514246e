use api_object::ApiObject;

#[derive(ApiObject)]
struct Job {
    #[api(check = even)]
    seed: u8,
    #[api(check = odd)]
    count: Option<u8>,
}

fn even(seed: &u64) -> Result<(), String> {
    let _ = seed;
    Ok(())
}

fn odd(count: &u8) -> bool {
    count % 2 == 1
}

fn main() {}
