use api_object::{ApiObject, UnknownObject};

struct Money;

#[derive(ApiObject)]
#[api(tag = "type")]
enum Price {
    Money(Money),
    #[api(unknown)]
    Other(UnknownObject),
}

fn main() {}
