//! What a variant of a union holds is called `Extra`, and is an object of the user's.

use api_object::{ApiObject, UnknownObject};

#[derive(ApiObject)]
struct Extra {
    price: u32,
}

#[derive(ApiObject)]
#[api(tag = "type")]
enum Item {
    Extra(Extra),
    #[api(unknown)]
    Other(UnknownObject),
}

#[derive(ApiObject)]
#[api(tag = "type", content = "data")]
enum Line<T> {
    Item(T, self::Extra),
}

fn main() {}
