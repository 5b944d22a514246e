//! What a file in a store can be chosen by.

use std::collections::BTreeMap;

use api_object::{ApiObject, RawJson, Str};

/// What a file in a store can be chosen by: values by name.
pub type Attributes = BTreeMap<String, AttributeValue>;

/// Something that a file can be chosen by, told apart by what it is in JSON.
#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(untagged)]
pub enum AttributeValue {
    /// Words.
    Text(AttributeText),
    /// A whole number.
    Integer(i64),
    /// A number.
    Number(f64),
    /// Yes or no.
    Flag(bool),
    /// A value that these types do not know.
    #[api(unknown)]
    Other(RawJson),
}

/// Words that a file can be chosen by.
#[derive(Debug, Clone, PartialEq, Eq, Hash, ApiObject)]
#[api(len(..=512))]
pub struct AttributeText(Str);
