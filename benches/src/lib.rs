//! What `api-object` costs, beside plain serde derive on the same fields.
//!
//! Three programs: `ratios` (run time), `compile` (compile time) and `tokens` (what the derives emit).
//! This library holds what they share: the documents, the declarations of both sides, and the way to measure.

pub mod builds;
pub mod cases;
pub mod data;
pub mod expansion;
pub mod generate;
pub mod ours;
pub mod paired;
pub mod peers;
mod random;
pub mod rows;
pub mod sizes;
pub mod table;
pub mod unions;
pub mod ways;
