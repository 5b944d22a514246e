use api_object::ApiObject;

#[derive(ApiObject)]
#[api(at_least_one(a), at_least_one(a, bb), at_least_one(a, a, b), at_least_one(a, c))]
struct Job {
    a: Option<u8>,
    b: Option<u8>,
    c: u8,
}

fn main() {}
