//! What an SDK author writes today: serde derive on the same fields, three ways.

pub mod flattened;
pub mod untagged;
pub mod visitor;
