//! Which Rust types the schemas become: shapes, names, places. Knows no tokens.

mod casing;
mod cycles;
mod depth;
mod ids;
mod letters;
mod lists;
mod model;
mod modules;
mod names;
mod objects;
mod planner;
mod qualified;
mod rules;
mod sizes;
mod types;
mod unions;
mod words;

pub use model::{
    Field, Hints, IdType, Module, ModuleFile, ObjectShape, Plan, Presence, Rule, Shape, Status,
    Tag, Ty, TypeDecl, TypeNo, UnionShape, UnionStyle, Variant, Word, WordsShape,
};
pub(crate) use names::{is_keyword, singular, snake, snake_ident};
pub use planner::plan;
pub(crate) use types::{limits, of_format};
