//! What the schemas of a document mean: one form for each of the many that documents have for it. Knows no Rust.

mod additional;
mod asked;
mod branches;
mod build;
mod constraints;
mod either;
mod format;
mod gather;
mod inheritance;
mod keywords;
mod model;
mod operations;
mod read;
mod samples;
mod scalars;
mod simplify;
mod spelled;
mod tags;
mod together;
mod told;
mod twins;
mod words;

pub use asked::Asked;
pub(crate) use constraints::{compare, same};
pub use format::Format;
pub use model::{
    Additional, Bounds, Direction, Discriminator, Kind, Length, Member, Object, Operations, Origin,
    Problem, Root, RootId, Schema, SchemaId, Schemas, Text, Union, Words,
};
pub use read::read;
pub use told::ToldOf;

#[cfg(test)]
pub(crate) mod tests;
