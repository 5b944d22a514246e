//! What `api-object` costs, beside all that an author of an SDK could use instead.
//!
//! A workspace of its own, since nobody who works on the project should have to build all of these libraries. The cases, and our ways
//! to do them, are those of `benches`.

pub mod libraries;
pub mod measured;
pub mod types;

use benches::cases::{Case, Corpora, all};

/// The cases of `benches` whose names are asked for, with the ways of all libraries.
pub fn cases<'d>(corpora: &'d Corpora, is_asked: &dyn Fn(&str) -> bool) -> Vec<Case<'d>> {
    let mut cases = all(corpora, is_asked);
    for case in &mut cases {
        libraries::join(case);
    }
    if is_asked(libraries::ASYNC_OPENAI) {
        cases.push(libraries::async_openai(&corpora.jobs));
    }
    cases
}
