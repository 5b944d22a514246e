//! Parameters that no member asks anything of.

use std::marker::PhantomData;

use api_object::ApiObject;

#[derive(Debug, PartialEq, ApiObject)]
#[api(bound = "")]
pub struct Cents<C, const DIGITS: usize> {
    amount: u64,
    currency: PhantomData<C>,
}
