//! Everything that is wrong with a declaration, collected and told at once.

use std::fmt::Display;
use std::thread;

use proc_macro2::{Ident, Span};

/// The mistakes found so far. It must be finished, whether or not there are any.
#[must_use = "errors that are not finished are never told"]
pub(crate) struct Errors {
    found: Vec<syn::Error>,
    finished: bool,
}

/// What came of a declaration.
pub(crate) enum Outcome<T> {
    /// There is no mistake.
    Sound(T),
    /// All mistakes, and what could be made in spite of them.
    Broken(syn::Error, Option<T>),
}

impl Errors {
    pub(crate) fn new() -> Self {
        Errors {
            found: Vec::new(),
            finished: false,
        }
    }

    pub(crate) fn at(&mut self, span: Span, message: impl Display) {
        self.found.push(syn::Error::new(span, message));
    }

    pub(crate) fn push(&mut self, error: syn::Error) {
        self.found.push(error);
    }

    pub(crate) fn count(&self) -> usize {
        self.found.len()
    }

    /// Something stands twice: says so at the second place, and points to the first.
    pub(crate) fn twice(&mut self, second: Span, first: Span, message: impl Display) {
        self.at(second, message);
        self.at(first, "first given here");
    }

    /// A name that nobody knows: `what` says so, and the nearest of the `known` is offered and returned, or else
    /// all are named.
    pub(crate) fn unknown<'n>(
        &mut self,
        name: &Ident,
        what: impl Display,
        known: impl IntoIterator<Item = &'n str>,
    ) -> Option<&'n str> {
        self.unknown_at(name.span(), &name.to_string(), what, known)
    }

    /// The same for a name that is no identifier.
    pub(crate) fn unknown_at<'n>(
        &mut self,
        span: Span,
        name: &str,
        what: impl Display,
        known: impl IntoIterator<Item = &'n str>,
    ) -> Option<&'n str> {
        let known: Vec<&str> = known.into_iter().collect();
        let nearest = nearest(name, &known);
        let advice = match nearest {
            Some(near) => format!("did you mean `{near}`?"),
            None if known.is_empty() => "there is none to name".to_owned(),
            None => format!("write one of `{}`", known.join("`, `")),
        };
        self.at(span, format!("{what}; {advice}"));
        nearest
    }

    /// Forgets what was found after the first `count`.
    pub(crate) fn forget_after(&mut self, count: usize) {
        self.found.truncate(count);
    }

    /// Says what came of it all.
    pub(crate) fn finish<T>(mut self, made: Option<T>) -> Outcome<T> {
        self.finished = true;
        let all = self.found.drain(..).reduce(|mut all, next| {
            all.combine(next);
            all
        });
        match (all, made) {
            (Some(error), made) => Outcome::Broken(error, made),
            (None, Some(made)) => Outcome::Sound(made),
            (None, None) => {
                let message = "`ApiObject` made nothing of this and cannot say why; please report it as a bug";
                Outcome::Broken(syn::Error::new(Span::call_site(), message), None)
            }
        }
    }
}

impl Drop for Errors {
    fn drop(&mut self) {
        if !self.finished && !thread::panicking() {
            panic!("errors were dropped without being finished");
        }
    }
}

/// The known name that is most like `name`, if any is like it at all.
fn nearest<'n>(name: &str, known: &[&'n str]) -> Option<&'n str> {
    let length = name.chars().count();
    let allowed = (length / 3).max(1).min(length.saturating_sub(1));
    known
        .iter()
        .map(|&candidate| (distance(name, candidate), candidate))
        .filter(|&(distance, _)| distance <= allowed)
        .min_by_key(|&(distance, _)| distance)
        .map(|(_, candidate)| candidate)
}

/// The edit distance in which swapped neighbours count once (optimal string alignment).
fn distance(a: &str, b: &str) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let mut rows = vec![vec![0; b.len() + 1]; a.len() + 1];
    for i in 0..=a.len() {
        for j in 0..=b.len() {
            rows[i][j] = if i == 0 || j == 0 {
                i + j
            } else {
                let substituted = rows[i - 1][j - 1] + usize::from(a[i - 1] != b[j - 1]);
                let shifted = rows[i - 1][j].min(rows[i][j - 1]) + 1;
                let swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
                let least = substituted.min(shifted);
                match swapped {
                    true => least.min(rows[i - 2][j - 2] + 1),
                    false => least,
                }
            };
        }
    }
    rows[a.len()][b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn distance_counts_edits_and_swaps() {
        assert_eq!(distance("range", "range"), 0);
        assert_eq!(distance("rnage", "range"), 1);
        assert_eq!(distance("rang", "range"), 1);
        assert_eq!(distance("", "len"), 3);
        assert_eq!(distance("unqiue", "unite"), 2);
    }

    #[test]
    fn far_names_are_not_offered() {
        assert_eq!(nearest("banana", &["range", "len"]), None);
        assert_eq!(nearest("x", &["y", "z"]), None);
        assert_eq!(nearest("lne", &["range", "len"]), Some("len"));
    }

    #[test]
    fn all_mistakes_are_told() {
        let mut errors = Errors::new();
        errors.at(Span::call_site(), "one");
        errors.twice(Span::call_site(), Span::call_site(), "two");
        let Outcome::Broken(told, Some(())) = errors.finish(Some(())) else {
            panic!("two mistakes");
        };
        let told: Vec<String> = told.into_iter().map(|e| e.to_string()).collect();
        assert_eq!(told, ["one", "two", "first given here"]);
    }

    #[test]
    #[should_panic(expected = "without being finished")]
    fn dropping_unread_errors_is_a_bug() {
        drop(Errors::new());
    }
}
