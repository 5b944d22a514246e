use api_object::ApiObject;

#[derive(ApiObject)]
#[api(ensure(a + <= b))]
struct Counts {
    a: u64,
    b: u64,
}

fn main() {}
