//! All of [`api-object`](https://docs.rs/api-object) but its derive. Name that crate: it lends all that is here, and the derive.
//!
//! They are two so that a first build is shorter: this one is compiled while the derive is, and does not wait for it. It may change in
//! any release; only what `api-object` lends of it is kept.

// The derive speaks of the crate that its users name; in tests that is this one.
#[cfg(test)]
extern crate self as api_object;

pub mod describe;
pub mod rules;

mod auto;
mod bridge;
mod check;
mod debug;
mod decode;
mod deleted;
mod expandable;
mod expression;
mod extra;
mod fault;
mod filling;
mod flatten;
mod foreign;
mod id;
mod identity;
mod issue;
mod items;
mod json;
// What nobody calls of what a macro makes is told only in the macro's own crate.
#[cfg(test)]
#[allow(dead_code)]
mod laws;
mod lifecycle;
mod list;
mod literal;
mod node;
mod null_like;
mod nullable;
mod object;
mod open_enum;
mod ordered_map;
mod quoted;
mod raw;
mod read;
mod reader;
mod registry;
mod report;
mod secret;
mod seen;
mod sound;
mod source;
mod spelling;
mod stream;
mod text;
mod union;
mod unix_seconds;
mod write;

#[doc(hidden)]
pub mod __private;

#[cfg(test)]
pub(crate) use api_object_macros::ApiObject;

pub use auto::Auto;
pub use decode::{
    DecodeError, DecodeIssue, Decoded, ReadError, from_reader, from_slice, from_str, to_string,
    to_vec, write_into,
};
pub use deleted::Deleted;
pub use describe::{Descriptor, Shape};
pub use expandable::Expandable;
pub use extra::Extra;
pub use id::{Id, IdKind};
pub use issue::{Code, Issue, Severity};
pub use items::{Items, Readable, Unreadable};
pub use json::{ParsePointerError, Pointer};
pub use lifecycle::Steps;
pub use list::List;
pub use literal::Literal;
pub use node::{
    Described, Fill, FillOwned, Kind, MapKey, Misfit, Node, Scalar, ScalarMut, Slot, Taken, View,
};
pub use nullable::Nullable;
pub use object::ApiObject;
pub use open_enum::{RefusedWord, UnknownValue};
pub use ordered_map::OrderedMap;
pub use quoted::Quoted;
pub use raw::RawJson;
pub use reader::Reader;
pub use registry::{AnyObject, Registry};
pub use report::Report;
pub use secret::Secret;
pub use source::Source;
pub use stream::{Chunks, Event, Events, JsonLines, StreamError, StreamFailure};
pub use text::Str;
pub use union::UnknownObject;
pub use unix_seconds::{OutOfRange, UnixSeconds};
