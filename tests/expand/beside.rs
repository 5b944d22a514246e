//! A keyed union whose variants have members beside their values.

use api_object::{ApiObject, Extra, UnknownObject};

/// A call of a tool.
#[derive(Debug, PartialEq, ApiObject)]
#[api(tag = "type", keyed)]
pub enum Call {
    /// A function of the user's own.
    Function(Function, Delta, Extra),
    /// Nothing but what all have.
    CodeInterpreter((), Delta),
    /// Anything else.
    #[api(unknown)]
    Other(UnknownObject),
}

/// What is called.
#[derive(Debug, PartialEq, ApiObject)]
pub struct Function {
    name: String,
}

/// What all calls have.
#[derive(Debug, PartialEq, ApiObject)]
pub struct Delta {
    index: u32,
}
