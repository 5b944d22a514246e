//! Objects of the OpenAI API, declared by hand as an SDK's author declares them.
//!
//! What real samples leave out or send as null is an `Option` here, also where the vendor's document wants it there; a rule says
//! where it must be set. So a value that breaks its document is read, and its report names where.
//!
//! ```
//! use openai_example::batch::{Batch, BatchState};
//!
//! let json = r#"{"object":"batch","id":"batch_7","endpoint":"/v1/responses","errors":null,"input_file_id":"file-7",
//!                "completion_window":"24h","status":"completed","output_file_id":"file-8","error_file_id":null,
//!                "created_at":10,"in_progress_at":20,"expires_at":99,"finalizing_at":30,"completed_at":40,
//!                "failed_at":null,"expired_at":null,"cancelling_at":null,"cancelled_at":null,"metadata":null}"#;
//! let batch = api_object::from_str::<Batch>(json)?.strict()?;
//! match batch.state()? {
//!     BatchState::Completed { completed_at, .. } => assert_eq!(completed_at.since(batch.created_at()), 30),
//!     other => panic!("{other:?}"),
//! }
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! One module is one family. Ids that several of them share live in [`ids`].

#![forbid(unsafe_code)]

pub mod any;
pub mod assistant;
pub mod batch;
pub mod error;
pub mod file;
pub mod fine_tuning;
pub mod ids;
pub mod message;
pub mod model;
pub mod response_format;
pub mod run;
pub mod run_step;
pub mod stream;
pub mod thread;
pub mod tools;
pub mod upload;
pub mod usage;
pub mod vector_store;
pub mod webhook;

/// Pairs that the owner of an object attaches to it.
pub type Metadata = std::collections::BTreeMap<String, String>;
