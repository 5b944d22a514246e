use api_object::ApiObject;

#[derive(ApiObject)]
struct Job {
    #[api(check = even)]
    seed: u8,
}

fn even(seed: &u64) -> Result<(), String> {
    let _ = seed;
    Ok(())
}

fn main() {}
