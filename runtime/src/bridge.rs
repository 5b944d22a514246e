//! The same values for every serde format: two bridges, compiled once for each format.
//!
//! `Serialize` and `Deserialize` of all derived types are calls into [`serialize`] and
//! [`deserialize`]. Only self-describing formats can be read, since what comes is asked of the
//! format and not foretold to it.

mod de;
mod from_text;
mod path;
mod respelled;
mod ser;
mod transcode;

pub use de::deserialize;
pub use ser::serialize;
