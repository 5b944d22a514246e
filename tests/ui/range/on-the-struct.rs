use api_object::ApiObject;

#[derive(ApiObject)]
#[api(range(1..))]
struct Job {
    tries: u8,
}

fn main() {}
