use api_object::ApiObject;

struct Money;

#[derive(ApiObject)]
struct Job {
    id: String,
    price: Option<Box<Money>>,
}

fn main() {}
