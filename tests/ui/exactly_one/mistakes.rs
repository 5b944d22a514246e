use api_object::ApiObject;

#[derive(ApiObject)]
#[api(exactly_one(a), exactly_one(a, bb), exactly_one(a, a, b), exactly_one(a, c))]
struct Job {
    a: Option<u8>,
    b: Option<u8>,
    c: u8,
}

fn main() {}
