use api_object::{ApiObject, Items};

struct Money;

struct Coin;

// Each type is told once: with its derive, all of its fields are right.
#[derive(ApiObject)]
struct Job {
    price: Money,
    prices: Vec<Money>,
    coin: Items<Coin>,
    #[api(optional)]
    coins: Option<Box<Coin>>,
}

fn main() {}
