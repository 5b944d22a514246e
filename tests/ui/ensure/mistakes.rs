use api_object::ApiObject;

#[derive(ApiObject)]
#[api(
    ensure(a + b <= totl),
    ensure(a + b),
    ensure(a = b),
    ensure(name <= a),
    ensure(a <= b <= c)
)]
struct Counts {
    a: u64,
    b: u64,
    total: u64,
    name: String,
}

fn main() {}
