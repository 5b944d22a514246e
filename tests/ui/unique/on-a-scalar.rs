use api_object::ApiObject;

#[derive(ApiObject)]
struct Job {
    #[api(unique)]
    tries: u8,
}

fn main() {}
