//! Whether the values of one type are those of another.

use std::collections::HashSet;

use super::compare::Side;
use crate::plan::{Shape, Ty, TypeNo};

/// How the values of a type differ from those that it had.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Fit {
    /// There are new ones, which who reads may not know.
    pub(super) wider: bool,
    /// Some are gone, which who writes may send.
    pub(super) narrower: bool,
}

impl Fit {
    pub(super) const SAME: Fit = Fit::of(false, false);
    pub(super) const WIDER: Fit = Fit::of(true, false);
    pub(super) const NARROWER: Fit = Fit::of(false, true);
    pub(super) const OTHER: Fit = Fit::of(true, true);

    pub(super) const fn of(wider: bool, narrower: bool) -> Fit {
        Fit { wider, narrower }
    }

    pub(super) const fn and(self, other: Fit) -> Fit {
        Fit::of(self.wider || other.wider, self.narrower || other.narrower)
    }
}

/// The two documents, and which types of theirs are held against each other.
pub(super) struct Pairs<'d> {
    pub(super) old: Side<'d>,
    pub(super) new: Side<'d>,
    /// Types whose changes are told where they stand.
    pub(super) waiting: Vec<(TypeNo, TypeNo)>,
    pub(super) met: HashSet<(TypeNo, TypeNo)>,
    /// Types of different names that are being compared for what they hold.
    within: HashSet<(TypeNo, TypeNo)>,
}

impl<'d> Pairs<'d> {
    pub(super) fn new(old: Side<'d>, new: Side<'d>) -> Self {
        Pairs {
            old,
            new,
            waiting: Vec::new(),
            met: HashSet::new(),
            within: HashSet::new(),
        }
    }

    /// Has two types compared, if they are not yet.
    pub(super) fn pair(&mut self, old: TypeNo, new: TypeNo) {
        if self.met.insert((old, new)) {
            self.waiting.push((old, new));
        }
    }

    pub(super) fn fit(&mut self, old: &Ty, new: &Ty) -> Fit {
        let (old_side, new_side) = (self.old, self.new);
        let (old, new) = (old_side.plain(old), new_side.plain(new));
        match (old, new) {
            (Ty::Option(old), Ty::Option(new)) => self.fit(old, new),
            (Ty::Option(old), _) => self.fit(old, new).and(Fit::NARROWER),
            (_, Ty::Option(new)) => self.fit(old, new).and(Fit::WIDER),
            (Ty::Raw, Ty::Raw) => Fit::SAME,
            (Ty::Raw, _) => Fit::NARROWER,
            (_, Ty::Raw) => Fit::WIDER,
            (Ty::Auto(old), Ty::Auto(new)) => self.fit(old, new),
            (Ty::Auto(old), _) => self.fit(old, new).and(Fit::NARROWER),
            (_, Ty::Auto(new)) => self.fit(old, new).and(Fit::WIDER),
            (Ty::List(old) | Ty::Items(old), Ty::List(new) | Ty::Items(new))
            | (Ty::Map(old), Ty::Map(new))
            | (Ty::Nullable(old), Ty::Nullable(new))
            | (Ty::Quoted(old), Ty::Quoted(new))
            | (Ty::Page(old), Ty::Page(new))
            | (Ty::Deleted(old, _), Ty::Deleted(new, _))
            | (Ty::Expandable(old, _), Ty::Expandable(new, _)) => self.fit(old, new),
            (Ty::Named(old), Ty::Named(new)) => self.named(*old, *new),
            _ => self.scalars(&old_side.without_id(old), &new_side.without_id(new)),
        }
    }

    /// Two types of one name, and two parts, are told of by themselves; of others it is told what it means that one stands
    /// in the place of the other.
    fn named(&mut self, old: TypeNo, new: TypeNo) -> Fit {
        let (was, is) = (self.old.plan.ty(old), self.new.plan.ty(new));
        if was.name == is.name || was.root.is_none() && is.root.is_none() {
            self.pair(old, new);
            return Fit::SAME;
        }
        if !self.within.insert((old, new)) {
            return Fit::SAME;
        }
        let changes = super::compare::types(self, old, new);
        self.within.remove(&(old, new));
        let fits = changes.iter().map(|change| change.fit);
        fits.fold(Fit::SAME, Fit::and)
    }

    fn scalars(&self, old: &Ty, new: &Ty) -> Fit {
        let is_text = |ty: &Ty| matches!(ty, Ty::Text | Ty::Secret);
        match (range(old), range(new)) {
            (Some((low, high)), Some((new_low, new_high))) => {
                return Fit::of(
                    new_low < low || new_high > high,
                    new_low > low || new_high < high,
                );
            }
            (Some(_), None) if *new == Ty::Float => return Fit::WIDER,
            (None, Some(_)) if *old == Ty::Float => return Fit::NARROWER,
            _ => {}
        }
        match (old, new) {
            (old, new) if is_text(old) && is_text(new) => Fit::SAME,
            // Words that nobody knows are read, too.
            (Ty::Named(old), new) if self.old.has_words(*old) && is_text(new) => Fit::SAME,
            (old, Ty::Named(new)) if is_text(old) && self.new.has_words(*new) => {
                Fit::of(false, !self.new.expects_others(*new))
            }
            (Ty::Quoted(_), new) if is_text(new) => Fit::WIDER,
            (old, Ty::Quoted(_)) if is_text(old) => Fit::NARROWER,
            (Ty::Bool, Ty::Bool) | (Ty::Float, Ty::Float) => Fit::SAME,
            _ => Fit::OTHER,
        }
    }
}

/// The least and the greatest of an integer.
fn range(ty: &Ty) -> Option<(i128, i128)> {
    match ty {
        Ty::Integer(name) => Some(crate::plan::limits(name)),
        Ty::Moment => Some(crate::plan::limits("i64")),
        _ => None,
    }
}

impl Side<'_> {
    /// What an id is a string or a number of.
    fn without_id(&self, ty: &Ty) -> Ty {
        match ty {
            Ty::Id(id) => self.plan.ids[*id].number.map_or(Ty::Text, Ty::Integer),
            ty => ty.clone(),
        }
    }

    fn has_words(&self, no: TypeNo) -> bool {
        matches!(self.plan.ty(no).shape, Shape::Words(_) | Shape::Status)
    }

    /// Whether any other string may stand there.
    fn expects_others(&self, no: TypeNo) -> bool {
        matches!(&self.plan.ty(no).shape, Shape::Words(words) if words.expected)
    }
}
