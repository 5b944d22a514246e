//! The job as an author of an SDK declares it for each library, with the same fields.

pub mod borrowed;
pub mod by_facet;
pub mod by_garde;
pub mod by_miniserde;
#[expect(clippy::question_mark, reason = "its derive writes so")]
pub mod by_nanoserde;
pub mod by_validator;
