//! Two observations of one object: what may not have changed from the earlier to the later.

use super::Steps;
use super::unchanged::{references, unchanged};
use crate::check::{Path, Walk};
use crate::describe::{Change, EnumType, Member, Shape};
use crate::issue::{Code, alternatives, found, quoted};
use crate::node::{Node, View};
use crate::object::{Lent, Object, lend};
use crate::report::Report;
use crate::rules::{Breach, Level, stands};
use crate::union::{Shown, Union, shown};

/// What cannot have become of an object between two observations of it: an illegal move of its
/// status, an `immutable` member that changed, a `set_once` member that changed after it was set.
///
/// Objects and unions that stand directly in members are compared too; lists and maps are not looked
/// into, since their elements need not be the same from one observation to the next. A member that
/// did not fit, in either observation, is left out, at whatever depth: the check of that observation has reported it.
/// A word that nobody knows, before or after, may follow and be followed by any.
pub(crate) fn check_successor(earlier: &dyn Node, later: &dyn Node, steps: Steps) -> Report {
    let mut comparison = Comparison {
        walk: Walk::default(),
        steps,
    };
    comparison.below((earlier.view(), later.view()), &Path::Root);
    comparison.walk.into_report()
}

/// Two observations of one object, compared member by member.
struct Comparison {
    walk: Walk,
    steps: Steps,
}

impl Comparison {
    fn objects(&mut self, earlier: &dyn Object, later: &dyn Object, path: &Path<'_>) {
        let mut is_moved = false;
        earlier.lend(&mut |earlier: &Lent<'_>| {
            later.lend(&mut |later: &Lent<'_>| {
                is_moved = earlier.has_extra_of_another() || later.has_extra_of_another();
                if !is_moved {
                    self.same_type(earlier, later, path);
                }
            });
        });
        if is_moved {
            self.with_moved(earlier, later, path);
        }
    }

    /// Objects of which one has an `Extra` that came with one of another type.
    #[cold]
    fn with_moved(&mut self, earlier: &dyn Object, later: &dyn Object, path: &Path<'_>) {
        lend(earlier, &mut |earlier: &Lent<'_>| {
            lend(later, &mut |later: &Lent<'_>| {
                self.same_type(earlier, later, path);
            });
        });
    }

    fn same_type(&mut self, earlier: &Lent<'_>, later: &Lent<'_>, path: &Path<'_>) {
        if earlier.is_of_the_type_of(later) {
            self.members(earlier, later, path);
        }
    }

    fn members(&mut self, earlier: &Lent<'_>, later: &Lent<'_>, path: &Path<'_>) {
        let members = later
            .object
            .members
            .iter()
            .zip(earlier.fields.iter().zip(later.fields));
        for (place, (member, (before, after))) in members.enumerate() {
            let is_status = later.object.lifecycle.is_some_and(|l| l.member == place);
            let looked_at =
                member.shape.has_below() || is_status || member.change() != Change::Free;
            if !looked_at || !stands(earlier, place) || !stands(later, place) {
                continue;
            }
            let path = path.key(later.name(place, member));
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
            (View::Secret(earlier), View::Secret(later)) => {
                let before = self.walk.found();
                self.below((earlier.view(), later.view()), path);
                self.walk.hide_from(before, path);
            }
            _ => {}
        }
    }

    fn unions(&mut self, earlier: &dyn Union, later: &dyn Union, path: &Path<'_>) {
        shown(earlier, |earlier| {
            shown(later, |later| match (earlier, later) {
                (Shown::Variant(i, earlier), Shown::Variant(j, later)) if i == j => {
                    self.below((earlier.view(), later.view()), path);
                }
                _ => {}
            });
        });
    }
}

/// Whether a member changed in a way that its declaration allows.
fn change(member: &Member, (before, after): (View<'_>, View<'_>)) -> Result<(), Breach> {
    let (code, wanted) = match member.change() {
        Change::Free => return Ok(()),
        Change::Immutable => (Code::Immutable, "and never changes"),
        Change::SetOnce if before.is_null() => return Ok(()),
        Change::SetOnce => (Code::SetOnce, "and never changes once it is set"),
    };
    match unchanged((before, after), &member.shape) {
        true => Ok(()),
        false => Err(changed(code, wanted, before, after, &member.shape)),
    }
}

#[cold]
fn changed(code: Code, wanted: &str, before: View<'_>, after: View<'_>, shape: &Shape) -> Breach {
    // Of references it is the ids that differ, however much of the objects came.
    let (before, after) = match references((before, after), shape) {
        Some((before, after)) => (before.found(), after.found()),
        None => (found(before), found(after)),
    };
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::fixtures::{Job, Value, job, nested, status};
    use crate::describe::Word;
    use crate::issue::Issue;

    fn says(earlier: &Job, later: &Job, steps: Steps) -> Vec<String> {
        let report = check_successor(earlier, later, steps);
        report.issues().iter().map(Issue::to_string).collect()
    }

    fn moves(from: &str, to: &str, steps: Steps) -> Vec<String> {
        says(&job(status(from)), &job(status(to)), steps)
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
        let (known, mut odd) = (job(status("failed")), job(status("failed")));
        odd.unknown_status("melting");
        let odd_only = says(&known, &odd, Steps::Adjacent);
        assert_eq!(odd_only, [""; 0]);
        assert_eq!(says(&odd, &job(0), Steps::Adjacent), [""; 0]);
    }

    #[test]
    fn words_without_arrows_follow_each_other() {
        static FREE: EnumType = EnumType::new("Free", "", &[Word::new("a"), Word::new("b")]);
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
}
