use api_object::ApiObject;

#[derive(ApiObject)]
#[api(check)]
struct Job {
    tries: u8,
}

fn main() {}
