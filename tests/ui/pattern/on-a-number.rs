use api_object::ApiObject;

#[derive(ApiObject)]
struct Job {
    #[api(pattern("^[a-z]+$"))]
    tries: u8,
}

fn main() {}
