//! Objects of the OpenAI API, declared by hand as an SDK's author declares them.
//!
//! What real samples leave out or send as null is an `Option` here, also where the vendor's document wants it there; a rule says
//! where it must be set. So a value that breaks its document is read, and its report names where.
//!
//! One module is one family. Ids that several of them share live in [`ids`], what lists look like in [`list`].

#![forbid(unsafe_code)]

pub mod batch;
pub mod deleted;
pub mod error;
pub mod file;
pub mod fine_tuning;
pub mod ids;
pub mod list;
pub mod message;
pub mod model;
pub mod response_format;
pub mod run;
pub mod run_step;
pub mod thread;
pub mod tools;
pub mod upload;
pub mod usage;
pub mod vector_store;
pub mod webhook;

/// Pairs that the owner of an object attaches to it.
pub type Metadata = std::collections::BTreeMap<String, String>;
