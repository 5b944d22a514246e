use api_object::{ApiObject, List};

struct Money;

struct Coin;

#[derive(ApiObject)]
struct Page<T> {
    data: Vec<T>,
}

#[derive(ApiObject)]
struct Job {
    prices: Page<Money>,
    coins: List<Coin>,
}

fn main() {}
