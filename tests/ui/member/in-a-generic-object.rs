use api_object::{ApiObject, UnknownObject};

struct Money;

#[derive(ApiObject)]
struct Page<'a, T, const N: usize> {
    name: &'a str,
    data: Vec<T>,
    total: Money,
}

#[derive(ApiObject)]
#[api(tag = "type")]
enum Price<T> {
    Page(One<T>),
    Money(Money),
    #[api(unknown)]
    Other(UnknownObject),
}

#[derive(ApiObject)]
struct One<T> {
    item: T,
}

fn main() {}
