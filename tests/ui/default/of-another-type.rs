use api_object::ApiObject;

#[derive(ApiObject)]
struct Job {
    #[api(default = 5.0)]
    tries: u8,
}

fn main() {}
