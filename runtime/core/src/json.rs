//! JSON text (RFC 8259): reading it token by token, writing it, and naming places in it (RFC 6901).
//!
//! Accepts and refuses what `serde_json::from_slice::<serde_json::Value>` accepts and refuses, down
//! to the depth of nesting, save that a number beyond the range of a double is no error of syntax.

mod cursor;
mod decimal;
mod error;
mod find;
mod indent;
mod input;
mod key;
mod locate;
mod names;
mod number;
mod outline;
mod pointer;
mod room;
mod skip;
mod string;
mod walk;
mod write;

#[cfg(test)]
mod differential;
#[cfg(test)]
mod generate;
#[cfg(test)]
mod rfc8259;
#[cfg(test)]
mod tree;
#[cfg(test)]
pub(crate) mod work;

pub(crate) use decimal::Decimal;
pub(crate) use error::{Syntax, SyntaxError};
pub(crate) use indent::indented;
pub(crate) use input::{Input, MAX_DEPTH};
pub(crate) use key::Key;
pub use key::NO_TOKEN;
pub(crate) use key::Token;
pub(crate) use locate::{Place, line_and_column, locate};
pub(crate) use names::{Heads, Index, find_name, find_token, has_token};
pub(crate) use number::{Number, natural};
pub(crate) use number::{is_number, is_whole, nearest_f64, parse_f64};
pub(crate) use outline::{Name, Outline};
pub use pointer::{ParsePointerError, Pointer};
pub(crate) use pointer::{push_index, push_key, unescape};
pub(crate) use room::Room;
pub(crate) use string::{Text, plain_end};
pub(crate) use walk::{elements, inside, members};
pub(crate) use write::{write_f32, write_f64, write_integer, write_str};
