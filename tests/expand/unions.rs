//! Unions whose variants are objects by themselves, and unions without a tag of their own.

use api_object::{ApiObject, Extra, RawJson, UnknownObject};

/// A part, under its own name.
#[derive(Debug, PartialEq, ApiObject)]
#[api(tag = "type", keyed)]
pub enum Part {
    /// A text.
    #[api(alias = "words")]
    Text(String),
    /// A search.
    Search(Option<Search>, Extra),
    /// Something without a value.
    #[api(when(beta = true | "yes"))]
    Run(Extra),
    /// Nothing.
    Nothing,
    /// A part that these types do not know.
    #[api(unknown(expected))]
    Other(UnknownObject),
}

/// What to search.
#[derive(Debug, PartialEq, ApiObject)]
#[api(object = "search")]
pub struct Search {
    /// How much to find.
    max: u32,
}

/// What happened.
#[derive(Debug, PartialEq, ApiObject)]
#[api(tag = "event", content = "data")]
pub enum Event {
    Started(Part),
    Searched(Box<Search>),
}

/// An object that says what it is.
#[derive(Debug, PartialEq, ApiObject)]
#[api(tag)]
pub enum AnyObject {
    Search(Search),
    Event(Event),
}

/// A text, a part, or several.
#[derive(Debug, PartialEq, ApiObject)]
#[api(untagged)]
pub enum Content {
    Text(String),
    Part(Part),
    Parts(Vec<Part>),
    #[api(unknown)]
    Other(RawJson),
}
