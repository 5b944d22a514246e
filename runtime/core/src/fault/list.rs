//! The faults of one text.

use super::{Fault, Why};
use crate::extra::Extra;
use crate::issue::Issue;
use crate::json::Place;
use crate::node::View;
use crate::object::Lent;
use crate::union::{Shown, shown};

/// More faults than this in one text are counted, not described.
const DESCRIBED: usize = 64;

/// The faults of one text.
#[derive(Default)]
pub(crate) struct Faults {
    /// Those that refuse what they are in.
    refusing: Listed,
    /// Those that were set aside, in what was refused for others.
    beside: Listed,
}

/// Faults in the order of the text.
#[derive(Default)]
struct Listed {
    list: Vec<Fault>,
    /// How many more there were.
    untold: usize,
}

/// Where the faults stand: how many are listed, and how many are not; of those that refuse, and of those beside them.
#[derive(Clone, Copy)]
pub(crate) struct Mark([(usize, usize); 2]);

impl Faults {
    /// How many refuse what they are in.
    pub(crate) fn len(&self) -> usize {
        self.refusing.list.len()
    }

    /// How many more there were than are described.
    pub(crate) fn untold(&self) -> usize {
        self.refusing.untold + self.beside.untold
    }

    pub(crate) fn push(&mut self, fault: Fault) {
        self.refusing.push(fault);
    }

    /// Notes what was set aside in the parts of a value that begins at `start` and is refused, before these are blank again.
    #[cold]
    pub(crate) fn push_set_aside<'v>(
        &mut self,
        start: usize,
        extra: Option<&Extra>,
        parts: impl Iterator<Item = View<'v>>,
    ) {
        let mut aside = Why::default();
        add_own(extra, &mut aside);
        parts.for_each(|part| add_below(part, &mut aside));
        let Why { faults, untold, .. } = aside;
        // A default may have been read from another text.
        let is_of_text =
            |fault: &Fault| fault.at >= start && fault.hidden.is_none_or(|at| at >= start);
        for fault in faults.into_iter().filter(is_of_text) {
            self.beside.push(fault);
        }
        self.beside.untold += untold;
        in_order(&mut self.beside.list);
    }

    /// Where the faults stand, for [`take_from`](Self::take_from).
    pub(crate) fn mark(&self) -> Mark {
        let mark = |listed: &Listed| (listed.list.len(), listed.untold);
        Mark([mark(&self.refusing), mark(&self.beside)])
    }

    /// Takes back what was noted since `mark`, what refuses first, and how many more there were.
    pub(crate) fn take_from(&mut self, mark: Mark) -> (Vec<Fault>, usize) {
        let Mark([refusing, beside]) = mark;
        let (mut list, untold) = self.refusing.take_from(refusing);
        let (others, more) = self.beside.take_from(beside);
        list.extend(others);
        (list, untold + more)
    }

    /// Drops what was noted from `mark` on of an object that begins at `start`, but for the fault at a place: an object of another
    /// type explains all its faults by that.
    pub(crate) fn keep_only(&mut self, place: usize, mark: usize, start: usize) {
        self.beside.drain_from(start);
        let list = &mut self.refusing.list;
        if place < list.len() {
            let kept = list.swap_remove(place);
            list.truncate(mark);
            list.push(kept);
        }
    }

    /// Keeps to itself what was found from an offset on, which is a secret.
    #[cold]
    pub(crate) fn hide_from(&mut self, at: usize) {
        for listed in [&mut self.refusing, &mut self.beside] {
            let inside = listed.list.iter_mut().filter(|fault| fault.at >= at);
            inside.for_each(|fault| fault.hidden = Some(at));
        }
    }

    /// Takes the faults inside the value that begins at `start`.
    pub(crate) fn drain_from(&mut self, start: usize) -> Why {
        let (mut faults, mut untold) = self.refusing.drain_from(start);
        // Of a scalar, as most that does not fit is, there are none.
        if !self.beside.is_empty() {
            let (others, more) = self.beside.drain_from(start);
            faults.extend(others);
            in_order(&mut faults);
            untold += more;
        }
        Why {
            faults,
            untold,
            start,
        }
    }

    /// All faults with their places in the text, and whether each was set aside.
    pub(crate) fn tell(self, text: &str) -> Vec<(Issue, Place, bool)> {
        let tell = |(fault, aside): (&Fault, bool)| {
            let told = fault.tell(text, 0).into_iter();
            told.map(move |(issue, place)| (issue, place, aside))
        };
        let refusing = self.refusing.list.iter().map(|fault| (fault, false));
        let beside = self.beside.list.iter().map(|fault| (fault, true));
        refusing.chain(beside).flat_map(tell).collect()
    }
}

impl Listed {
    fn is_empty(&self) -> bool {
        self.list.is_empty() && self.untold == 0
    }

    fn push(&mut self, fault: Fault) {
        match self.list.len() {
            0..DESCRIBED => self.list.push(fault),
            _ => self.untold += 1,
        }
    }

    fn take_from(&mut self, mark: (usize, usize)) -> (Vec<Fault>, usize) {
        let untold = std::mem::replace(&mut self.untold, mark.1);
        let list = self.list.split_off(mark.0.min(self.list.len()));
        (list, untold.saturating_sub(mark.1))
    }

    fn drain_from(&mut self, start: usize) -> (Vec<Fault>, usize) {
        // Whatever was noted before the value was met stands before it.
        let mark = self.list.iter().position(|fault| fault.at >= start);
        let mark = mark.unwrap_or(self.list.len());
        let untold = match mark {
            // The list had room when the value was met, so what found none was inside.
            0..DESCRIBED => std::mem::take(&mut self.untold),
            _ => 0,
        };
        (self.list.split_off(mark), untold)
    }
}

/// Adds what is set aside in a value. What is in a secret stays there, since from here it is not seen where that begins.
fn add_below(value: View<'_>, to: &mut Why) {
    match value {
        View::Object(object) => object.lend(&mut |lent: &Lent<'_>| {
            add_own(lent.extra, to);
            let fields = lent.fields.iter();
            fields.for_each(|field| add_below(field.view(), to));
        }),
        View::Union(union) => shown(union, |shown| {
            if let Shown::Variant(_, value) = shown {
                add_below(value.view(), to);
            }
        }),
        View::List(list) => {
            let elements = (0..list.count()).filter_map(|index| list.get(index));
            elements.for_each(|element| add_below(element.view(), to));
        }
        View::Map(map) => map.each(&mut |_, value| add_below(value.view(), to)),
        View::Unreadable(element) => to.add(element.why()),
        _ => {}
    }
}

fn add_own(extra: Option<&Extra>, to: &mut Why) {
    let asides = extra.map_or(&[][..], Extra::set_aside);
    asides.iter().for_each(|aside| to.add(&aside.why));
}

/// Puts faults in the order of the text. There are few, most of them in order, so that a sort of the standard library would only
/// add some kilobytes to each program.
fn in_order(faults: &mut [Fault]) {
    for end in 1..faults.len() {
        let mut place = end;
        while let Some([before, fault]) = faults.get_mut(place.wrapping_sub(1)..=place)
            && before.at > fault.at
        {
            std::mem::swap(before, fault);
            place -= 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::describe::Shape;

    #[test]
    fn faults_of_one_place_stay_in_their_order() {
        let fault = |at: usize, hidden: usize| Fault {
            hidden: Some(hidden),
            ..Fault::misfit(at, &Shape::Any)
        };
        let mut faults: Vec<Fault> = [5, 3, 3, 9, 0, 5]
            .into_iter()
            .zip(0..)
            .map(|(at, number)| fault(at, number))
            .collect();
        in_order(&mut faults);
        let order: Vec<_> = faults
            .iter()
            .map(|fault| (fault.at, fault.hidden))
            .collect();
        let expected = [(0, 4), (3, 1), (3, 2), (5, 0), (5, 5), (9, 3)];
        assert_eq!(order, expected.map(|(at, number)| (at, Some(number))));
        in_order(&mut []);
    }
}
