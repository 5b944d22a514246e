use api_object::ApiObject;

#[derive(ApiObject)]
#[api(at_most_one(a), at_most_one(a, bb), at_most_one(a, a, b), at_most_one(a, c))]
struct Job {
    a: Option<u8>,
    b: Option<u8>,
    c: u8,
}

fn main() {}
