//! Declarations of `api-object` from OpenAPI documents: the library of the program `cargo api-object`.
//!
//! A document goes through stages, each of which has a type for what it hands on:
//!
//! | stage | in → out |
//! |---|---|
//! | [`document`] | files → trees of values, references followed, overlays applied |
//! | [`schema`] | trees → schemas in one form for each of the many that documents have for it |
//! | [`evidence`] | samples → corrections of the schemas |
//! | [`plan`] | schemas → Rust types: shapes, names, places |
//! | [`emit`] | types → files |
//! | [`output`] | files → the folder, merged with what a person changed |
//! | [`report`] | what became of each schema, and what could not be kept |
//!
//! [`import`](import::import) goes the whole way. [`judge`] makes the tables of the types instead of files, and
//! [`payloads`] and [`check`] hold texts against them. [`diff`] compares the types of two documents, and [`infer`](mod@infer) makes a document of
//! samples.

pub mod check;
pub mod diff;
pub mod document;
pub mod emit;
pub mod evidence;
pub mod import;
pub mod infer;
pub mod judge;
pub mod output;
pub mod payloads;
pub mod plan;
pub mod record;
pub mod report;
pub mod schema;
