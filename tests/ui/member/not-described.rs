use api_object::ApiObject;

struct Money;

#[derive(ApiObject)]
struct Job {
    price: Money,
}

fn main() {}
