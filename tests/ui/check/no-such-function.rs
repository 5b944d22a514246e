use api_object::ApiObject;

#[derive(ApiObject)]
#[api(check = sound)]
struct Job {
    #[api(check = even)]
    seed: u8,
}

fn main() {}
