//! The one interpreter of rules: it walks over a value and reports what deviates.
//!
//! It looks at each object in this order: the tag, the members as declared (was it there, did it
//! fit, its rules as written, what is below it), rules of the whole object, members nobody declared.
//! A member that has neither rules nor anything below is not looked at, and a value without a
//! deviation costs no allocation.

mod deviations;
mod parts;
mod path;
mod quick;
mod telling;

#[cfg(test)]
pub(crate) mod fixtures;
#[cfg(test)]
mod tests;

use crate::describe::{IdType, Member, ObjectType, Shape};
use crate::extra::Extra;
use crate::issue::{Code, Issue, Words};
use crate::node::{List, Map, Node, View};
use crate::object::{Lent, Object};
use crate::raw::RawJson;
use crate::report::Report;
use crate::rules::{
    Ask, Asked, Level, Rule, Status, as_it_came, choice, ensure, null_if, order, same_as, set_if,
    stands, unique,
};
use crate::union::{Shown, Union, shown};

pub(crate) use path::Path;

/// Everything that deviates in a value and all that is below it, in declaration order.
pub(crate) fn check(view: View<'_>) -> Report {
    let mut walk = Walk::default();
    walk.below(view, &Path::Root);
    walk.into_report()
}

/// Collects issues on the way.
#[derive(Default)]
pub(crate) struct Walk {
    issues: Vec<Issue>,
    /// Room for the text of a pointer.
    pointer: String,
}

/// An object on the way.
#[derive(Clone)]
struct Site<'a> {
    object: &'a dyn Object,
    /// What the object declares: of one that is flattened, its part of what was lent.
    declared: &'static ObjectType,
    /// Where its members begin among those lent.
    start: usize,
    lent: &'a Lent<'a>,
    path: &'a Path<'a>,
}

impl Walk {
    /// What deviates in a value apart from the rules of the member that holds it.
    fn below(&mut self, view: View<'_>, path: &Path<'_>) {
        match view {
            View::Id(id, text) => self.id(id, text.as_bytes(), view, path),
            View::BorrowedId(id, text) => self.id(id, text.as_bytes(), view, path),
            View::Word(words, Err(word)) => self.unknown_word(words, word, path),
            View::Object(object) => self.object(object, path),
            View::Union(union) => self.union(union, path),
            View::List(list) => self.list(list, path),
            View::Map(map) => self.map(map, path),
            View::Unreadable(odd) => self.joined(odd.issues(), path),
            View::Secret(secret) => self.hiding(path, |walk| walk.below(secret.view(), path)),
            _ => {}
        }
    }

    /// Takes what `f` finds in the secret at this path, without what it shows, and where in it that is.
    #[cold]
    fn hiding(&mut self, path: &Path<'_>, f: impl FnOnce(&mut Self)) {
        let before = self.found();
        f(self);
        self.hide_from(before, path);
    }

    /// How much was found so far.
    pub(crate) fn found(&self) -> usize {
        self.issues.len()
    }

    /// Tells what was found after so much as of the secret at this path, without what it shows, and where in it that is.
    #[cold]
    pub(crate) fn hide_from(&mut self, before: usize, path: &Path<'_>) {
        for issue in self.issues.iter_mut().skip(before) {
            issue.hide();
            issue.pointer = path.pointer();
        }
    }

    #[inline(never)]
    fn id(&mut self, id: &'static IdType, text: &[u8], view: View<'_>, path: &Path<'_>) {
        if !id.knows(text) {
            self.unknown_prefix(id, text, path);
        }
        for rule in id.rules {
            self.value_rule(rule, view, path);
        }
    }

    #[inline(never)]
    fn map(&mut self, map: &dyn Map, path: &Path<'_>) {
        map.each(&mut |key, value| self.below(value.view(), &path.key(key)));
    }

    #[inline(never)]
    fn list(&mut self, list: &dyn List, path: &Path<'_>) {
        for place in 0..list.count() {
            if let Some(element) = list.get(place) {
                match element.view() {
                    View::Object(object) => self.object(object, &path.index(place)),
                    view if surely_clean(view) => {}
                    view => self.below(view, &path.index(place)),
                }
            }
        }
    }

    #[inline(never)]
    fn union(&mut self, union: &dyn Union, path: &Path<'_>) {
        shown(union, |shown| match shown {
            Shown::Variant(_, value) => self.below(value.view(), path),
            Shown::Unknown(object) => self.unknown_variant(union.union_type(), object, path),
            Shown::Unmatched(value) => self.unmatched(union.union_type(), value, path),
        });
    }

    #[inline(never)]
    fn object(&mut self, object: &dyn Object, path: &Path<'_>) {
        object.lend(&mut |lent: &Lent<'_>| self.lent(object, lent, path));
    }

    fn lent(&mut self, object: &dyn Object, lent: &Lent<'_>, path: &Path<'_>) {
        let site = Site {
            object,
            declared: lent.object,
            start: 0,
            lent,
            path,
        };
        match lent.extra.filter(|extra| !extra.is_clean()) {
            None => self.members(&site, 0),
            Some(_) if lent.has_extra_of_another() => {
                lent.with_own_extra(|lent| self.lent(object, lent, path));
            }
            Some(extra) => self.deviating(&site, extra),
        }
    }

    /// An object that came otherwise than its type would write it.
    #[inline(never)]
    fn deviating(&mut self, site: &Site<'_>, extra: &Extra) {
        self.tag(site, extra);
        self.members(site, extra.odd_members());
        self.unknown_members(site, extra);
    }

    /// A member of which it is remembered how it came.
    #[inline(never)]
    fn odd_member(&mut self, site: &Site<'_>, status: u64, place: usize) {
        let (Some(member), Some(field)) = (
            site.lent.object.members.get(place),
            site.lent.fields.get(place),
        ) else {
            return;
        };
        if let Some(name) = site.lent.alias(place, member) {
            self.former_name(member, name, site.path);
        }
        self.came_otherwise(site.lent, place, site.path);
        if !stands(site.lent, place) {
            return;
        }
        let view = field.view();
        if member.in_doubt(view, status, site.lent) {
            self.rules(site, Status::of(site.lent), (place, member), view);
        }
        if !surely_clean(view) {
            let name = site.lent.name(place, member);
            self.below_member(site, &member.shape, name, view);
        }
    }

    /// What is below a member with this name, if its shape says that something may be there.
    #[inline(never)]
    fn below_member(&mut self, site: &Site<'_>, shape: &Shape, name: &str, view: View<'_>) {
        if shape.has_below() {
            self.below(view, &site.path.key(name));
        }
    }

    /// The rules of a member, with those of presence where a status is given.
    #[inline(never)]
    fn rules(
        &mut self,
        site: &Site<'_>,
        status: Option<Status>,
        (place, member): (usize, &Member),
        view: View<'_>,
    ) {
        if let View::Secret(secret) = view {
            let path = site.path.key(site.lent.name(place, member));
            return self.hiding(&path, |walk| {
                walk.rules(site, status, (place, member), secret.view());
            });
        }
        let view = as_it_came(site.lent, place, view);
        let path = site.path.key(site.lent.name(place, member));
        for rule in member.rules() {
            match (rule.ask, status) {
                (Ask::SetIn(_) | Ask::NullIn(_), None) => {}
                (Ask::SetIn(_) | Ask::NullIn(_), Some(status)) => {
                    let asked = Asked {
                        lent: site.lent,
                        member: place,
                        view,
                        status,
                        level: rule.level,
                    };
                    self.answer(asked.presence(&rule.ask), rule.level, &path);
                }
                _ => self.member_rule(&site.declaring(place), &rule, view, &path),
            }
        }
    }

    fn member_rule(&mut self, site: &Site<'_>, rule: &Rule, view: View<'_>, path: &Path<'_>) {
        match rule.ask {
            Ask::Order(by, other) => {
                if let Some(other) = site.standing(other) {
                    self.answer(order(view, by, other), rule.level, path);
                }
            }
            Ask::SetIf(condition) => {
                if let Some(other) = site.standing(condition.member) {
                    let answer = set_if(view, &condition, other, rule.level);
                    self.answer(answer, rule.level, path);
                }
            }
            Ask::NullIf(condition) => {
                if let Some(other) = site.standing(condition.member) {
                    let answer = null_if(view, &condition, other, rule.level);
                    self.answer(answer, rule.level, path);
                }
            }
            Ask::SameAs(other, below) => {
                if let Some(other) = site.standing(other) {
                    self.answer(same_as(view, other, below), rule.level, path);
                }
            }
            Ask::Custom(_) if view.is_null() => {}
            Ask::Custom(number) => self.custom(site, rule.level, number, path),
            _ => self.value_rule(rule, view, path),
        }
    }

    /// A rule that asks a value for what it must be by itself.
    fn value_rule(&mut self, rule: &Rule, view: View<'_>, path: &Path<'_>) {
        if let View::Secret(secret) = view {
            return self.hiding(path, |walk| walk.value_rule(rule, secret.view(), path));
        }
        if let View::Raw(raw) = view {
            return self.rule_of_text(rule, raw, path);
        }
        match rule.ask {
            Ask::Unique => {
                if let View::List(list) = view {
                    unique(list, &mut |place, breach| {
                        self.breach(breach, rule.level, &path.index(place));
                    });
                }
            }
            Ask::Each(rules) => self.each(rules, view, path),
            _ => self.answer(rule.ask.of_value(view), rule.level, path),
        }
    }

    /// A rule that asks a value of which there is only the JSON text, as of one that serde wrote.
    #[cold]
    fn rule_of_text(&mut self, rule: &Rule, raw: &RawJson, path: &Path<'_>) {
        // What is deeper or larger than a `Value` may be is not asked.
        if let Ok(value) = serde_json::from_str::<serde_json::Value>(raw.as_str()) {
            self.value_rule(rule, value.view(), path);
        }
    }

    /// `each(...)`: rules for each element of a list, or each value of a map.
    fn each(&mut self, rules: &[Rule], view: View<'_>, path: &Path<'_>) {
        let mut ask = |element: &dyn Node, path: &Path<'_>| {
            let view = element.view();
            rules
                .iter()
                .for_each(|rule| self.value_rule(rule, view, path));
        };
        match view {
            View::List(list) => {
                let elements =
                    (0..list.count()).filter_map(|place| Some((place, list.get(place)?)));
                elements.for_each(|(place, element)| ask(element, &path.index(place)));
            }
            View::Map(map) => map.each(&mut |key, value| ask(value, &path.key(key))),
            _ => {}
        }
    }

    fn object_rules(&mut self, site: &Site<'_>) {
        for rule in site.declared.rules {
            self.object_rule(site, rule);
        }
        for part in site.parts() {
            self.object_rules(&part);
        }
    }

    #[inline(never)]
    fn object_rule(&mut self, site: &Site<'_>, rule: &Rule) {
        let (code, said) = match rule.ask {
            Ask::Custom(number) => return self.custom(site, rule.level, number, site.path),
            Ask::Ensure(left, relation, right) => {
                let get = |place| site.standing(place);
                (Code::Ensure, ensure(left, relation, right, &get))
            }
            Ask::Choice(by, members) => {
                let members = members.iter().map(|&place| site.standing(place));
                // A member that did not fit is reported by itself.
                let members: Option<Vec<_>> = members.collect();
                (
                    Code::Choice,
                    members.map_or(Ok(()), |members| choice(by, &members, rule.level)),
                )
            }
            _ => return,
        };
        if let Err(message) = said {
            let words = Words::message(message);
            self.tell(code, rule.level.severity(), words, site.path);
        }
    }

    fn custom(&mut self, site: &Site<'_>, level: Level, number: u16, path: &Path<'_>) {
        let rules = site.object.special();
        if let Some(Err(message)) = rules.map(|rules| rules.custom(number)) {
            let words = Words::message(message);
            self.tell(Code::Custom, level.severity(), words, path);
        }
    }
}

/// A cheap answer for most values that are no objects or lists: nothing deviates, rules apart.
#[inline(always)]
fn surely_clean(view: View<'_>) -> bool {
    match view {
        View::Id(id, text) => id.head.is_of(text.first_word()),
        View::BorrowedId(id, text) => id.head.begins(text.as_bytes()),
        View::Word(_, word) => word.is_ok(),
        View::Object(_) | View::Union(_) | View::List(_) | View::Map(_) => false,
        View::Secret(_) | View::Unreadable(_) => false,
        _ => true,
    }
}

impl<'a> Site<'a> {
    /// Another member's name and value, unless it is the blank of one that was missing or misfit.
    fn standing(&self, place: usize) -> Option<(&'static str, View<'a>)> {
        let place = self.start + place;
        let member = self.lent.object.members.get(place)?;
        let field = self.lent.fields.get(place)?;
        stands(self.lent, place).then(|| (member.name, field.view()))
    }
}
