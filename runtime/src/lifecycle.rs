//! The lifecycle: which status may follow which, and what may change on the way.

use crate::check::{Path, Walk};
use crate::describe::{Change, EnumType, Member, Word};
use crate::issue::{Code, alternatives, found, quoted};
use crate::node::View;
use crate::object::{Lent, Object};
use crate::report::Report;
use crate::rules::{Ask, Asked, Breach, Level, Status, same_views, stands};
use crate::union::{Active, Union};

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
        self.words.get(place).is_some_and(|word| word.terminal)
    }

    /// The places of the statuses that may follow the one at `place` directly, in the order written.
    pub fn successors(&self, place: usize) -> impl ExactSizeIterator<Item = usize> + use<> {
        let next = self.words.get(place).map_or(&[][..], |word| word.next);
        next.iter().map(|&next| usize::from(next))
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
            || !self.has_arrows
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
        let next = words.get(place).map_or(&[][..], |word| word.next);
        let next = next
            .iter()
            .filter_map(|&p| bit(p.into()))
            .fold(0, |set, bit| set | bit);
        open |= next & !seen;
        seen |= next;
    }
    seen & to != 0
}

fn reachable_among_many(words: &[Word], from: usize, to: usize) -> bool {
    let mut seen = vec![false; words.len()];
    let mut open = vec![from];
    while let Some(place) = open.pop() {
        for &next in words.get(place).map_or(&[][..], |word| word.next) {
            let next = usize::from(next);
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

/// What cannot have become of an object between two observations of it: an illegal move of its
/// status, an `immutable` member that changed, a `set_once` member that changed after it was set.
///
/// Objects and unions that stand directly in members are compared too; lists and maps are not looked
/// into, since their elements need not be the same from one observation to the next. A member that
/// did not fit, in either observation, is left out: the check of that observation has reported it.
/// A word that nobody knows, before or after, may follow and be followed by any.
pub fn check_successor(earlier: &dyn Object, later: &dyn Object, steps: Steps) -> Report {
    let mut comparison = Comparison {
        walk: Walk::default(),
        steps,
    };
    comparison.objects(earlier, later, &Path::Root);
    comparison.walk.into_report()
}

/// Two observations of one object, compared member by member.
struct Comparison {
    walk: Walk,
    steps: Steps,
}

impl Comparison {
    fn objects(&mut self, earlier: &dyn Object, later: &dyn Object, path: &Path<'_>) {
        earlier.lend(&mut |earlier| later.lend(&mut |later| self.members(&earlier, &later, path)));
    }

    fn members(&mut self, earlier: &Lent<'_>, later: &Lent<'_>, path: &Path<'_>) {
        let members = later
            .object
            .members
            .iter()
            .zip(earlier.fields.iter().zip(later.fields));
        for (place, (member, (before, after))) in members.enumerate() {
            let is_status = later.object.lifecycle.is_some_and(|l| l.member == place);
            let looked_at = member.has_below || is_status || member.change != Change::Free;
            if !looked_at || !stands(earlier, place) || !stands(later, place) {
                continue;
            }
            let path = path.key(member.name);
            let views = (before.view(), after.view());
            let broken = match views {
                (View::Word(words, Ok(from)), View::Word(_, Ok(to))) if is_status => {
                    transition(words, from, to, self.steps)
                }
                _ => Ok(()),
            };
            match broken.and_then(|()| change(member, views)) {
                Err(breach) => self.walk.breach(breach, Level::Violation, &path),
                Ok(()) => self.below(views, &path),
            }
        }
    }

    fn below(&mut self, views: (View<'_>, View<'_>), path: &Path<'_>) {
        match views {
            (View::Object(earlier), View::Object(later)) => self.objects(earlier, later, path),
            (View::Union(earlier), View::Union(later)) => self.unions(earlier, later, path),
            _ => {}
        }
    }

    fn unions(&mut self, earlier: &dyn Union, later: &dyn Union, path: &Path<'_>) {
        match (earlier.active(), later.active()) {
            (Active::Known(i, earlier), Active::Known(j, later)) if i == j => {
                self.below((earlier.view(), later.view()), path);
            }
            _ => {}
        }
    }
}

/// Whether a member changed in a way that its declaration allows.
fn change(member: &Member, (before, after): (View<'_>, View<'_>)) -> Result<(), Breach> {
    let (code, wanted) = match member.change {
        Change::Free => return Ok(()),
        Change::Immutable => (Code::Immutable, "and never changes"),
        Change::SetOnce if before.is_null() => return Ok(()),
        Change::SetOnce => (Code::SetOnce, "and never changes once it is set"),
    };
    match same_views(before, after) {
        true => Ok(()),
        false => Err(changed(code, wanted, before, after)),
    }
}

#[cold]
fn changed(code: Code, wanted: &str, before: View<'_>, after: View<'_>) -> Breach {
    let (before, after) = (found(before), found(after));
    let was = match before == after {
        true => "was another".to_owned(),
        false => format!("was {before}"),
    };
    Breach {
        code,
        predicate: format!("is {after}, but {was} {wanted}"),
        expected: Some(before),
        found: Some(after),
    }
}

fn transition(words: &EnumType, from: usize, to: usize, steps: Steps) -> Result<(), Breach> {
    match words.allows(from, to, steps) {
        true => Ok(()),
        false => Err(illegal(words, from, to, steps)),
    }
}

#[cold]
fn illegal(words: &EnumType, from: usize, to: usize, steps: Steps) -> Breach {
    let name = |place: usize| words.words.get(place).map_or("", |word| word.name);
    let follow = (0..words.words.len())
        .filter(|&place| place != from && words.allows(from, place, steps))
        .map(name);
    let follow: Vec<&str> = follow.collect();
    let listed = alternatives(follow.iter().copied());
    let why = match (follow.is_empty(), steps) {
        (true, _) => "which is an end state".to_owned(),
        (_, Steps::Reachable) => format!("which only {listed} can follow"),
        (_, Steps::Adjacent) => format!("which only {listed} can follow directly"),
    };
    Breach {
        code: Code::Transition,
        predicate: format!("is {}, but was {}, {why}", name(to), name(from)),
        expected: (!follow.is_empty()).then_some(listed),
        found: Some(quoted(name(to))),
    }
}

/// What the status of an object promises and its members do not hold: the rules `set_in` and
/// `null_in` of level violation, of this object alone.
///
/// A member that did not fit is null; where it must be set, the report says why it did not fit. So it
/// does of a status that did not fit.
pub(crate) fn contradictions(object: &dyn Object) -> Report {
    let mut walk = Walk::default();
    object.lend(
        &mut |lent| match (Status::of(&lent), &lent.object.lifecycle) {
            (Some(status), _) => presence_of_all(&lent, status, &mut walk),
            (None, Some(lifecycle)) => walk.blank(&lent, lifecycle.member, &Path::Root),
            (None, None) => {}
        },
    );
    walk.into_report()
}

fn presence_of_all(lent: &Lent<'_>, status: Status, walk: &mut Walk) {
    for (place, (member, field)) in lent.object.members.iter().zip(lent.fields).enumerate() {
        for rule in member
            .rules
            .iter()
            .filter(|rule| rule.level == Level::Violation)
        {
            let asked = || Asked {
                lent,
                member: place,
                view: field.view(),
                status,
                level: rule.level,
            };
            let answer = match rule.ask {
                Ask::SetIn(statuses) => asked().set_in(statuses),
                Ask::NullIn(statuses) => asked().null_in(statuses),
                _ => Ok(()),
            };
            match answer {
                Ok(()) => {}
                Err(_) if !stands(lent, place) => walk.blank(lent, place, &Path::Root),
                Err(breach) => walk.breach(breach, rule.level, &Path::Root.key(member.name)),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::fixtures::{Job, STATUS, Value, job, nested};
    use crate::issue::Issue;

    fn place(word: &str) -> usize {
        STATUS
            .words
            .iter()
            .position(|known| known.name == word)
            .unwrap()
    }

    fn says(earlier: &Job, later: &Job, steps: Steps) -> Vec<String> {
        let report = check_successor(earlier, later, steps);
        report.issues().iter().map(Issue::to_string).collect()
    }

    fn moves(from: &str, to: &str, steps: Steps) -> Vec<String> {
        says(&job(place(from)), &job(place(to)), steps)
    }

    /// A ring with a way out: each leads to the next, the last but one to both the first and the last.
    fn ring(len: u16) -> &'static EnumType {
        let word = |i: u16| {
            let next = match i {
                _ if i == len - 1 => vec![],
                _ if i == len - 2 => vec![0, i + 1],
                _ => vec![i + 1],
            };
            Word::new("w", "").next(next.leak())
        };
        let words: Vec<Word> = (0..len).map(word).collect();
        Box::leak(Box::new(
            EnumType::new("Ring", "", words.leak()).with_arrows(),
        ))
    }

    #[test]
    fn the_table_is_read() {
        assert!(STATUS.is_terminal(place("failed")));
        assert!(!STATUS.is_terminal(place("paused")));
        assert!(!STATUS.is_terminal(99));
        let after: Vec<usize> = STATUS.successors(place("paused")).collect();
        assert_eq!(after, [place("queued"), place("cancelled")]);
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
    fn a_poller_skips_statuses() {
        assert_eq!(
            moves("validating_files", "succeeded", Steps::Reachable),
            [""; 0]
        );
        assert_eq!(moves("paused", "running", Steps::Reachable), [""; 0]);
        assert_eq!(
            moves("queued", "validating_files", Steps::Reachable),
            [
                "violation[transition] /status: status is validating_files, but was queued, \
              which only running, paused, succeeded, failed or cancelled can follow"
            ]
        );
    }

    #[test]
    fn who_sees_each_step_allows_one_arrow() {
        assert_eq!(moves("queued", "running", Steps::Adjacent), [""; 0]);
        assert_eq!(moves("queued", "queued", Steps::Adjacent), [""; 0]);
        assert_eq!(
            moves("validating_files", "paused", Steps::Adjacent),
            [
                "violation[transition] /status: status is paused, but was validating_files, \
              which only queued, failed or cancelled can follow directly"
            ]
        );
    }

    #[test]
    fn nothing_follows_an_end_state() {
        assert_eq!(
            moves("failed", "running", Steps::Reachable),
            [
                "violation[transition] /status: status is running, but was failed, \
              which is an end state"
            ]
        );
    }

    #[test]
    fn unknown_words_may_stand_on_either_side() {
        let (known, mut odd) = (job(place("failed")), job(place("failed")));
        odd.unknown_status("melting");
        let odd_only = says(&known, &odd, Steps::Adjacent);
        assert_eq!(odd_only, [""; 0]);
        assert_eq!(says(&odd, &job(0), Steps::Adjacent), [""; 0]);
    }

    #[test]
    fn words_without_arrows_follow_each_other() {
        static FREE: EnumType =
            EnumType::new("Free", "", &[Word::new("a", ""), Word::new("b", "")]);
        assert!(transition(&FREE, 1, 0, Steps::Adjacent).is_ok());
        assert!(transition(&FREE, 0, 1, Steps::Reachable).is_ok());
    }

    #[test]
    fn immutable_members_stay() {
        let mut later = job(1);
        later.set("created_at", Value::Float(10.0));
        assert_eq!(
            says(&job(1), &later, Steps::Reachable),
            [""; 0],
            "same number"
        );
        later
            .set("created_at", Value::Signed(11))
            .set("seed", Value::Signed(8));
        assert_eq!(
            says(&job(1), &later, Steps::Reachable),
            ["violation[immutable] /created_at: created_at is 11, but was 10 and never changes"]
        );
    }

    #[test]
    fn set_once_is_from_null_to_a_value() {
        let (unset, set) = (job(1), job(Job::SUCCEEDED));
        assert_eq!(says(&unset, &set, Steps::Reachable), [""; 0]);
        let mut gone = set.clone();
        gone.null("fine_tuned_model");
        assert_eq!(
            says(&set, &gone, Steps::Reachable),
            [
                "violation[set_once] /fine_tuned_model: fine_tuned_model is null, \
              but was \"ft:1\" and never changes once it is set"
            ]
        );
    }

    #[test]
    fn nested_objects_are_compared_and_lists_are_not() {
        let (before, mut after) = (job(1), job(1));
        let hyper = nested::hyperparameters(Value::Unsigned(4));
        after.set("hyperparameters", Value::Object(hyper)).set(
            "integrations",
            Value::List(vec![nested::union(nested::wandb("q"))]),
        );
        assert_eq!(
            says(&before, &after, Steps::Reachable),
            ["violation[set_once] /hyperparameters/n_epochs: \
              n_epochs is 4, but was \"auto\" and never changes once it is set"]
        );
        after.null("hyperparameters");
        assert_eq!(
            says(&before, &after, Steps::Reachable),
            [""; 0],
            "no object to compare"
        );
    }

    #[test]
    fn what_did_not_fit_is_not_compared() {
        let mut later = job(1);
        later
            .set("created_at", Value::Signed(0))
            .set_aside("created_at", "\"x\"");
        assert_eq!(says(&job(1), &later, Steps::Reachable), [""; 0]);
        assert_eq!(says(&later, &job(1), Steps::Reachable), [""; 0]);
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
