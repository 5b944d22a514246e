use std::marker::PhantomData;

use api_object::ApiObject;

#[derive(ApiObject)]
struct Page<T> {
    data: Vec<u8>,
    #[api(rename = "of")]
    kind: PhantomData<T>,
}

fn main() {}
