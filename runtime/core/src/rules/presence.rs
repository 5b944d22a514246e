//! `set_in(...)`, `null_in(...)`: what must be set, and what must be null, in which status.
//!
//! `only_in(...)` is both. They are asked only where the status is a known word: of a status that
//! nobody knows, nothing is known. An absent member counts as null.

use super::{Ask, Breach, Level, Statuses};
use crate::describe::{Member, ObjectType, Presence};
use crate::issue::{Code, excerpt, found};
use crate::node::View;
use crate::object::Lent;

/// The known status that an object is in.
#[derive(Clone, Copy)]
pub(crate) struct Status {
    object: &'static ObjectType,
    place: usize,
}

/// A member that is asked for its presence.
pub(crate) struct Asked<'a> {
    pub(crate) lent: &'a Lent<'a>,
    /// The member's place among the members.
    pub(crate) member: usize,
    pub(crate) view: View<'a>,
    pub(crate) status: Status,
    pub(crate) level: Level,
}

impl Status {
    /// The object's status, if it has one, and the server sent it, and its word is known.
    pub(crate) fn of(lent: &Lent<'_>) -> Option<Self> {
        let member = lent.object.lifecycle.as_ref()?.member;
        match lent.fields.get(member)?.view() {
            View::Word(_, Ok(place)) if stands(lent, member) => Some(Status {
                object: lent.object,
                place,
            }),
            _ => None,
        }
    }

    /// The object's status as a bit of a set of statuses: no bit where it is not known, all
    /// bits beyond the 64th. `odd` says whether it is remembered how a member came.
    #[inline(always)]
    pub(crate) fn bit_of(lent: &Lent<'_>, odd: u64) -> u64 {
        let Some(lifecycle) = &lent.object.lifecycle else {
            return 0;
        };
        let Some(View::Word(_, Ok(place))) = lent.fields.get(lifecycle.member).map(|f| f.view())
        else {
            return 0;
        };
        match place {
            _ if odd != 0 && !stands(lent, lifecycle.member) => 0,
            0..64 => 1 << place,
            _ => u64::MAX,
        }
    }

    /// Whether a rule wants the member set in this status.
    pub(crate) fn wants_set(&self, member: &Member) -> bool {
        let wants = |ask: &Ask| matches!(ask, Ask::SetIn(set) if set.contains(self.place));
        member.rules().any(|rule| wants(&rule.ask))
    }

    /// `status is succeeded`, in wire names.
    fn sentence(&self) -> String {
        let Some(lifecycle) = &self.object.lifecycle else {
            return String::new();
        };
        let member = self.object.members.get(lifecycle.member);
        let word = lifecycle.statuses.words.get(self.place);
        format!(
            "{} is {}",
            member.map_or("", |member| member.name),
            word.map_or("", |word| word.name)
        )
    }
}

/// Whether a member's value is what the server sent or the user set, and not the blank of one that was
/// missing or misfit.
pub(crate) fn stands(lent: &Lent<'_>, place: usize) -> bool {
    let Some(extra) = lent.extra.filter(|extra| !extra.is_clean()) else {
        return true;
    };
    let (Some(member), Some(field)) = (lent.object.members.get(place), lent.fields.get(place))
    else {
        return false;
    };
    match member.presence() {
        _ if extra.placeholder(place).is_some() => !lent.holds_placeholder(place),
        Presence::Required => !extra.deviates(place) && extra.aside(place).is_none(),
        Presence::Default => extra.aside(place).is_none(),
        Presence::Free => extra.aside(place).is_none() || !field.view().is_absent(),
        Presence::Nullable | Presence::Optional => {
            extra.misfit(place).is_none() || !field.view().is_null()
        }
    }
}

/// A member that is null as it is told: absent, where it is known to have been. A bit of `extra` says that it was not as its
/// type writes it: a nullable member is written as null, an optional one is left out.
pub(crate) fn as_it_came<'a>(lent: &Lent<'_>, place: usize, view: View<'a>) -> View<'a> {
    if !view.is_null() {
        return view;
    }
    let deviates = lent.extra.is_some_and(|extra| extra.deviates(place));
    let member = lent.object.members.get(place);
    match member.map(Member::presence) {
        Some(Presence::Nullable) if deviates => View::Absent,
        Some(Presence::Optional) if !deviates => View::Absent,
        _ => view,
    }
}

impl Asked<'_> {
    /// Asks what is a rule of presence; other rules ask nothing here.
    pub(crate) fn presence(&self, ask: &Ask) -> Result<(), Breach> {
        match ask {
            Ask::SetIn(statuses) => self.set_in(statuses),
            Ask::NullIn(statuses) => self.null_in(statuses),
            _ => Ok(()),
        }
    }

    /// Whether the member is set, if it must be in this status.
    fn set_in(&self, statuses: &Statuses) -> Result<(), Breach> {
        match self.view.is_null() && statuses.contains(self.status.place) {
            true => Err(self.unset()),
            false => Ok(()),
        }
    }

    /// Whether the member is null, if it must be in this status.
    fn null_in(&self, statuses: &Statuses) -> Result<(), Breach> {
        match !self.view.is_null() && statuses.contains(self.status.place) {
            true => Err(self.set()),
            false => Ok(()),
        }
    }

    #[cold]
    fn unset(&self) -> Breach {
        let aside = self.lent.extra.and_then(|extra| extra.aside(self.member));
        let found = match aside {
            Some(aside) => excerpt(aside.raw.as_str()),
            None => found(self.view),
        };
        let like_null = aside.map_or("", |_| ", which is as good as null");
        Breach {
            code: Code::Unset,
            predicate: format!(
                "is {found}{like_null}, but {}, where it {} be set",
                self.status.sentence(),
                self.level.verb()
            ),
            expected: Some("a value".to_owned()),
            found: Some(found),
        }
    }

    #[cold]
    fn set(&self) -> Breach {
        let found = found(self.view);
        Breach {
            code: Code::Set,
            predicate: format!(
                "is {found}, but {}, where it {} be null",
                self.status.sentence(),
                self.level.verb()
            ),
            expected: Some("null".to_owned()),
            found: Some(found),
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::check::fixtures::{Job, job, lines};

    #[test]
    fn what_must_be_set_is_not_null() {
        let mut late = job(Job::SUCCEEDED);
        late.null("fine_tuned_model");
        assert_eq!(
            lines(&late),
            [
                "violation[unset] /fine_tuned_model: fine_tuned_model is null, \
              but status is succeeded, where it must be set"
            ]
        );
    }

    #[test]
    fn what_was_left_out_is_called_absent() {
        let mut late = job(Job::SUCCEEDED);
        late.deviate("fine_tuned_model");
        assert_eq!(
            lines(&late),
            [
                "violation[unset] /fine_tuned_model: fine_tuned_model is absent, \
             but status is succeeded, where it must be set"
            ]
        );
    }

    #[test]
    fn what_must_be_null_is_not_set() {
        let mut early = job(Job::SUCCEEDED);
        early.status("queued").null("finished_at");
        assert_eq!(
            lines(&early),
            [
                "violation[set] /fine_tuned_model: fine_tuned_model is \"ft:1\", \
              but status is queued, where it must be null"
            ]
        );
    }

    #[test]
    fn nothing_is_known_of_an_unknown_status() {
        let mut odd = job(Job::SUCCEEDED);
        odd.unknown_status("melting").null("fine_tuned_model");
        assert_eq!(
            lines(&odd).len(),
            1,
            "only the word itself: {:?}",
            lines(&odd)
        );
    }

    #[test]
    fn nothing_is_known_of_a_status_that_did_not_fit() {
        let mut odd = job(Job::SUCCEEDED);
        odd.set_aside("status", "7").null("fine_tuned_model");
        let lines = lines(&odd);
        assert_eq!(
            lines,
            ["violation[misfit] /status: expected true or false, found 7"]
        );
    }
}
