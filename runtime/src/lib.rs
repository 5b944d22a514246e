//! Typed objects for REST APIs as they are: nothing lost, every deviation reported.

extern crate self as api_object;

pub mod describe;
pub mod rules;

mod auto;
mod bridge;
mod check;
mod decode;
mod extra;
mod fault;
mod filling;
mod id;
mod issue;
mod json;
mod lifecycle;
mod node;
mod object;
mod open_enum;
mod raw;
mod read;
mod report;
mod seen;
mod spelling;
mod text;
mod union;
mod unix_seconds;
mod write;

#[doc(hidden)]
pub mod __private;

pub use api_object_macros::ApiObject;

pub use auto::Auto;
pub use decode::{DecodeError, DecodeIssue, Decoded, from_slice, from_str, to_string, to_vec};
pub use describe::{Descriptor, Shape};
pub use extra::Extra;
pub use issue::{Code, Issue, Severity};
pub use json::{ParsePointerError, Pointer};
pub use lifecycle::Steps;
pub use node::{Described, Fill, Misfit, Node, Scalar, Taken, View};
pub use object::ApiObject;
pub use open_enum::UnknownValue;
pub use raw::RawJson;
pub use report::Report;
pub use text::Str;
pub use union::UnknownObject;
pub use unix_seconds::UnixSeconds;
