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

#[cfg(test)]
mod tests {
    use benches::cases::Task;
    use benches::ways::Way;

    use super::*;

    /// Each way of the libraries to read a page.
    fn ways<'d>(task: Task<'d>) -> Vec<Way<'d>> {
        let mut case = Case {
            name: "a page",
            task,
            objects: 1,
            baseline: Way::unheld("nothing", || ()),
            ways: Vec::new(),
        };
        libraries::join(&mut case);
        case.ways
            .retain(|way| !way.name.starts_with("limit") && way.name != "async-openai's type");
        case.ways
    }

    #[test]
    fn all_libraries_read_the_page_and_write_it_again() {
        let jobs = Corpora::new().jobs;
        for mut way in ways(Task::DecodePage(&jobs.page, &jobs.page)) {
            let held = way.held().map(|run| run());
            assert_eq!(held, Ok(()), "{}", way.name);
        }
    }

    /// `docs/costs.md` says so.
    #[test]
    fn all_libraries_refuse_the_damaged_page() {
        let jobs = Corpora::new().jobs;
        for mut way in ways(Task::DecodePage(&jobs.damaged, &jobs.damaged)) {
            let why = way.held().map(|run| run()).unwrap_err();
            assert_ne!(why, "it does not write what it read", "{}", way.name);
        }
    }
}
