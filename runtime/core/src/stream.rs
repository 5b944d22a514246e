//! Streams of many values: lines of JSON, and server-sent events.
//!
//! Both hold one line or event at a time, and none that is longer than their reader allows. What cannot be read is an
//! error in its place among the items, and the stream goes on behind it; only where the stream itself fails is it over.
//! Whoever waits for bytes otherwise than by a `BufRead` pushes them as they come ([`Chunks`]).

mod chunks;
mod error;
mod events;
mod json_lines;
mod lines;

pub use chunks::Chunks;
pub use error::{StreamError, StreamFailure};
pub use events::{Event, Events};
pub use json_lines::JsonLines;
