//! The lifecycle: which status may follow which, and what a status promises.

mod once;
mod successor;
mod unchanged;

use std::fmt;

use crate::check::{Path, Walk};
use crate::debug::Json;
use crate::describe::{EnumType, Word};
use crate::node::Node;
use crate::object::{Lent, Object, lend};
use crate::report::Report;
use crate::rules::{Asked, Level, Status, as_it_came, stands};
use crate::write;

pub use once::{never_after, only_after};
pub(crate) use successor::check_successor;

/// Which moves between statuses a caller can see.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub enum Steps {
    /// Any number of arrows at once: who polls an object skips statuses.
    #[default]
    Reachable,
    /// One arrow at most: for who sees each step, as from a stream of events.
    Adjacent,
}

impl EnumType {
    /// Whether the word at `place` is an end state. `false` where there is no such word.
    pub fn is_terminal(&self, place: usize) -> bool {
        self.words.get(place).is_some_and(Word::is_terminal)
    }

    /// The places of the statuses that may follow the one at `place` directly, in the order written.
    pub fn successors(
        &self,
        place: usize,
    ) -> impl Iterator<Item = usize> + ExactSizeIterator + use<> {
        self.words.get(place).map(Word::next).unwrap_or_default()
    }

    /// Whether a way of arrows, of any length, leads from the status at `from` to the one at `to`.
    ///
    /// The way of no arrow counts: each status is reachable from itself.
    pub fn reachable(&self, from: usize, to: usize) -> bool {
        from == to
            || match self.words.len() {
                0..=64 => reachable_among_few(self.words, from, to),
                _ => reachable_among_many(self.words, from, to),
            }
    }

    /// Whether `to` may be seen after `from`. Words without arrows may follow each other in any order.
    fn allows(&self, from: usize, to: usize, steps: Steps) -> bool {
        from == to
            || !self.has_arrows()
            || match steps {
                Steps::Reachable => self.reachable(from, to),
                Steps::Adjacent => self.successors(from).any(|next| next == to),
            }
    }
}

/// Sets of places are the bits of one word here.
fn reachable_among_few(words: &[Word], from: usize, to: usize) -> bool {
    let bit = |place: usize| u32::try_from(place).ok().and_then(|p| 1_u64.checked_shl(p));
    let (Some(mut seen), Some(to)) = (bit(from), bit(to)) else {
        return false;
    };
    let mut open = seen;
    while open != 0 {
        let place = open.trailing_zeros() as usize;
        open &= open - 1;
        let next = words.get(place).map(Word::next).unwrap_or_default();
        let next = next.filter_map(bit).fold(0, |set, bit| set | bit);
        open |= next & !seen;
        seen |= next;
    }
    seen & to != 0
}

fn reachable_among_many(words: &[Word], from: usize, to: usize) -> bool {
    let mut seen = vec![false; words.len()];
    let mut open = vec![from];
    while let Some(place) = open.pop() {
        for next in words.get(place).map(Word::next).unwrap_or_default() {
            match seen.get_mut(next) {
                Some(seen) if !*seen => *seen = true,
                _ => continue,
            }
            if next == to {
                return true;
            }
            open.push(next);
        }
    }
    false
}

/// Whether an object has the status that was sent or set, and none that took its place.
pub fn status_stands(object: &dyn Object) -> bool {
    let mut is_sent = true;
    lend(object, &mut |lent: &Lent<'_>| {
        let lifecycle = lent.object.lifecycle.as_ref();
        is_sent = lifecycle.is_none_or(|lifecycle| stands(lent, lifecycle.member));
    });
    is_sent
}

/// What the status of an object promises and its members do not hold: the rules `set_in` and
/// `null_in` of level violation, of this object alone.
///
/// A member that did not fit is null; where it must be set, the report says why it did not fit. So it
/// does of a status that did not fit.
pub fn contradictions(object: &dyn Object) -> Report {
    let mut walk = Walk::default();
    lend(
        object,
        &mut |lent: &Lent<'_>| match (Status::of(lent), &lent.object.lifecycle) {
            (Some(status), _) => presence_of_all(lent, status, &mut walk),
            (None, Some(lifecycle)) => walk.came_otherwise(lent, lifecycle.member, &Path::Root),
            (None, None) => {}
        },
    );
    walk.into_report()
}

/// A field of a typed view, as JSON.
pub trait ViewField {
    /// Its JSON text.
    fn json(&self) -> String;
}

impl<T: Node> ViewField for T {
    fn json(&self) -> String {
        write::to_shown(self.view())
    }
}

impl<T: Node> ViewField for &[T] {
    fn json(&self) -> String {
        let elements: Vec<String> = self
            .iter()
            .map(|element| write::to_shown(element.view()))
            .collect();
        format!("[{}]", elements.join(","))
    }
}

/// What a typed view of `T` shows of a field. Where `T` is no type, since its table could not be made, this is none, either.
pub type Shown<'a, T> = <T as HasViews>::Field<'a>;

/// What may have typed views.
pub trait HasViews {
    /// A field of one.
    type Field<'a>: ?Sized;
}

impl<T> HasViews for T {
    type Field<'a> = dyn ViewField + 'a;
}

/// Writes a typed view for `Debug`: the variant's name, and its fields as JSON.
///
/// # Errors
///
/// What the formatter says.
pub fn debug_view(
    f: &mut fmt::Formatter<'_>,
    variant: &str,
    fields: &[(&str, &dyn ViewField)],
) -> fmt::Result {
    let mut shown = f.debug_struct(variant);
    for (name, value) in fields {
        shown.field(name, &Json(value.json()));
    }
    shown.finish()
}

fn presence_of_all(lent: &Lent<'_>, status: Status, walk: &mut Walk) {
    for (place, (member, field)) in lent.object.members.iter().zip(lent.fields).enumerate() {
        for rule in member.rules().filter(|rule| rule.level == Level::Violation) {
            let asked = Asked {
                lent,
                member: place,
                view: as_it_came(lent, place, field.view()),
                status,
                level: rule.level,
            };
            match asked.presence(&rule.ask) {
                Ok(()) => {}
                Err(_) if !stands(lent, place) => walk.came_otherwise(lent, place, &Path::Root),
                Err(breach) => walk.breach(
                    breach,
                    rule.level,
                    &Path::Root.key(lent.name(place, member)),
                ),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::fixtures::{Job, STATUS, Value, job, status};
    use crate::describe::FullWordTerms;
    use crate::issue::Code;

    /// A ring with a way out: each leads to the next, the last but one to both the first and the last.
    fn ring(len: u16) -> &'static EnumType {
        let word = |i: u16| {
            let next = match i {
                _ if i == len - 1 => vec![],
                _ if i == len - 2 => vec![0, i + 1],
                _ => vec![i + 1],
            };
            Word::new("w").full(Box::leak(Box::new(FullWordTerms {
                aliases: &[],
                next: next.leak(),
                terminal: false,
            })))
        };
        let words: Vec<Word> = (0..len).map(word).collect();
        Box::leak(Box::new(EnumType::new("Ring", "", words.leak())))
    }

    #[test]
    fn the_table_is_read() {
        assert!(STATUS.is_terminal(status("failed")));
        assert!(!STATUS.is_terminal(status("paused")));
        assert!(!STATUS.is_terminal(99));
        let after: Vec<usize> = STATUS.successors(status("paused")).collect();
        assert_eq!(after, [status("queued"), status("cancelled")]);
        assert_eq!(STATUS.successors(99).len(), 0);
    }

    #[test]
    fn reachability_follows_arrows_in_tables_of_all_sizes() {
        for len in [3, 63, 64, 65, 66, 2_000] {
            let ring = ring(len);
            let last = usize::from(len) - 1;
            assert!(ring.reachable(0, last), "{len}");
            assert!(ring.reachable(last - 1, 0), "back edge, {len}");
            assert!(ring.reachable(last - 1, last - 2), "around, {len}");
            assert!(!ring.reachable(last, 0), "{len}");
            assert!(ring.reachable(last, last), "{len}");
            assert!(!ring.reachable(0, last + 1), "no such place, {len}");
            assert!(!ring.reachable(last + 1, 0), "no such place, {len}");
        }
    }

    #[test]
    fn contradictions_are_violations_of_presence_alone() {
        let mut odd = job(Job::SUCCEEDED).with_unknown("a", "1");
        odd.null("fine_tuned_model")
            .set("finished_at", Value::Signed(0))
            .set("estimated_finish", Value::Signed(0));
        let report = contradictions(&odd);
        assert_eq!(report.len(), 1, "{report}");
        assert_eq!(report.issues()[0].code, Code::Unset);
    }

    #[test]
    fn a_contradiction_of_a_blank_is_why_it_is_blank() {
        let mut odd = job(Job::SUCCEEDED);
        odd.null("fine_tuned_model")
            .set_aside("fine_tuned_model", "7");
        let report = contradictions(&odd);
        assert_eq!(report.issues()[0].code, Code::Misfit, "{report}");
        let mut odd = job(Job::SUCCEEDED);
        odd.set_aside("status", "7").null("fine_tuned_model");
        let report = contradictions(&odd);
        assert_eq!(report.issues()[0].pointer.as_str(), "/status", "{report}");
    }
}
