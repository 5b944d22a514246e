//! What is flattened changes nothing of how a member's type is answered.

use api_object::{ApiObject, UnknownObject};

struct Money;

#[derive(ApiObject)]
struct Dates {
    created: u64,
}

#[derive(ApiObject)]
struct File {
    #[api(flatten)]
    dates: Dates,
    price: Money,
}

#[derive(ApiObject)]
struct Of<T> {
    item: T,
    #[api(flatten)]
    price: Money,
}

#[derive(ApiObject)]
#[api(tag = "type", content = "data")]
enum Event<T> {
    Made(T, Money),
    #[api(unknown)]
    Other(UnknownObject),
}

fn main() {}
