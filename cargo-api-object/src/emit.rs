//! Files of Rust out of planned types.
//!
//! Text of the document gets here as names that were cleaned, as literals, and as comments, line by line; never as tokens.

mod attributes;
mod docs;
mod files;
mod html;
mod imports;
mod links;
mod sentences;
mod types;

pub(crate) use files::emit_alone;
pub use files::{Layout, OutFile, emit};
