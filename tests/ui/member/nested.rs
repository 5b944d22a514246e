use api_object::ApiObject;

struct Money;

#[derive(ApiObject)]
struct Job {
    prices: Option<Vec<Money>>,
}

fn main() {}
