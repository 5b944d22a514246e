//! Rules about elements, at any depth.

use std::collections::BTreeMap;

use api_object::ApiObject;

/// What a text is about.
#[derive(Debug, PartialEq, ApiObject)]
pub struct Embedding {
    /// Where the text lies.
    #[api(len(1..=3072), each(range(-1.0..=1.0)))]
    vector: Vec<f64>,
    /// Words in lines.
    #[api(each(len(1..), each(len(..=32))))]
    lines: Vec<Vec<String>>,
    /// Notes, which should be short.
    #[api(note(each(len(..=512))))]
    metadata: Option<BTreeMap<String, String>>,
}
