//! One member, and nothing else.

use api_object::ApiObject;

#[derive(Debug, PartialEq, ApiObject)]
pub struct Model {
    name: String,
}
