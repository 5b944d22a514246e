use api_object::{ApiObject, UnknownObject};

struct Money;

#[derive(ApiObject)]
#[api(tag = "type", keyed)]
enum Keyed {
    Money(Money),
    #[api(unknown)]
    Other(UnknownObject),
}

#[derive(ApiObject)]
#[api(tag = "type", keyed)]
enum Beside {
    Text(String, Money),
}

#[derive(ApiObject)]
#[api(tag)]
enum Own {
    Money(Money),
}

#[derive(ApiObject)]
#[api(untagged)]
enum Untagged {
    Text(String),
    Money(Money),
}

fn main() {}
