//! What `api-object` costs, beside plain serde derive on the same fields.
//!
//! Programs: `ratios` (run time), `payloads` (vendors' samples), `compile` (compile time), `tokens` (what the derives emit),
//! `sizes` (of values), `copies` (of a decoder), `repeat` (for tools that count), and `guard`, which holds figures that need no
//! clock against committed ones. Each says by `--help` what it does.
//! This library holds what they share: the documents, the declarations of both sides, and the way to measure.

pub mod builds;
pub mod callgrind;
pub mod cases;
pub mod command_line;
pub mod corpus;
pub mod data;
pub mod expansion;
pub mod generate;
pub mod guard;
pub mod ir;
pub mod ours;
pub mod paired;
pub mod peers;
mod random;
pub mod rows;
pub mod sizes;
pub mod table;
pub mod unions;
pub mod usage;
pub mod ways;
pub mod work;
