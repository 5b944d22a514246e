//! A comma of what is no key is none of the list.

use std::collections::HashMap;

use api_object::ApiObject;

#[derive(ApiObject)]
struct Job {
    #[api(check = |seeds: &HashMap<u8, Vec<u8>>| -> Result<(), String> { Ok(()) }, renmae = "seeds")]
    seed: HashMap<String, u8>,
}

fn main() {}
