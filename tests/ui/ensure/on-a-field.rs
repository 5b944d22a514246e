use api_object::ApiObject;

#[derive(ApiObject)]
struct Counts {
    #[api(ensure(a <= b), exactly_one(a, b))]
    a: u64,
    b: u64,
}

fn main() {}
