use api_object::ApiObject;

#[derive(ApiObject)]
struct Job {
    #[api(check = "even")]
    tries: u8,
}

fn main() {}
