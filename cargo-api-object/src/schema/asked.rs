//! What a schema asks of its values, one thing at a time.

use crate::document::Number;

/// One thing that a schema asks of a value.
#[derive(Debug, Clone, PartialEq)]
pub enum Asked {
    /// To be no less, or no shorter.
    Least,
    /// To be no more, or no longer.
    Most,
    /// To be a multiple of this.
    Multiple(Number),
    /// To be one of the numbers that are listed.
    Listed,
    /// To be matched by this.
    Pattern(String),
    /// To be the text of what the format says.
    Format,
    /// To hold nothing twice.
    Unique,
    /// To count seconds, where a name or a format says that it is a moment.
    Seconds,
}
