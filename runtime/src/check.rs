//! The one interpreter of rules: it walks over a value and reports what deviates.
//!
//! It looks at each object in this order: the tag, the members as declared (was it there, did it
//! fit, its rules as written, what is below it), rules of the whole object, members nobody declared.
//! A member that has neither rules nor anything below is not looked at, and a value without a
//! deviation costs no allocation.

mod path;

#[cfg(test)]
pub(crate) mod fixtures;
#[cfg(test)]
mod tests;

use crate::describe::{EnumType, IdType, Member, Presence, UnionType};
use crate::extra::{Extra, TagState};
use crate::issue::{Code, Issue, Severity, alternatives, excerpt, quoted};
use crate::node::{List, Node, View};
use crate::object::{Lent, Object};
use crate::report::Report;
use crate::rules::{Ask, Asked, Breach, Level, Rule, Status, order, stands, unique};
use crate::union::{Active, Union, UnknownObject};

pub(crate) use path::Path;

/// Everything that deviates in a value and all that is below it, in declaration order.
pub(crate) fn check_node(node: &dyn Node) -> Report {
    let mut walk = Walk::default();
    walk.below(node.view(), &Path::Root);
    walk.into_report()
}

/// Collects issues on the way.
#[derive(Default)]
pub(crate) struct Walk {
    issues: Vec<Issue>,
}

/// An object on the way.
struct Site<'a> {
    object: &'a dyn Object,
    lent: &'a Lent<'a>,
    status: Option<Status>,
    path: &'a Path<'a>,
}

impl Walk {
    /// What deviates in a value apart from the rules of the member that holds it.
    fn below(&mut self, view: View<'_>, path: &Path<'_>) {
        match view {
            View::Id(id, text) if !id.knows(text.as_bytes()) => {
                self.unknown_prefix(id, text.as_str(), path);
            }
            View::Word(words, Err(word)) => self.unknown_word(words, word, path),
            View::Object(object) => object.lend(&mut |lent| self.object(object, &lent, path)),
            View::Union(union) => self.union(union, path),
            View::List(list) => self.list(list, path),
            View::Map(map) => map.each(&mut |key, value| self.below(value.view(), &path.key(key))),
            _ => {}
        }
    }

    fn list(&mut self, list: &dyn List, path: &Path<'_>) {
        for place in 0..list.len() {
            if let Some(element) = list.get(place) {
                let view = element.view();
                // A list holds one type: ids without a declared prefix have nothing below.
                if matches!(view, View::Id(id, _) if id.prefixes.is_empty()) {
                    return;
                }
                self.below(view, &path.index(place));
            }
        }
    }

    fn union(&mut self, union: &dyn Union, path: &Path<'_>) {
        match union.active() {
            Active::Known(_, value) => self.below(value.view(), path),
            Active::Unknown(object) => self.unknown_variant(union.union_type(), object, path),
        }
    }

    fn object(&mut self, object: &dyn Object, lent: &Lent<'_>, path: &Path<'_>) {
        let status = Status::of(lent);
        let site = Site {
            object,
            lent,
            status,
            path,
        };
        match lent.extra.filter(|extra| !extra.is_clean()) {
            None => self.members(&site),
            Some(extra) => self.deviating(&site, extra),
        }
    }

    /// The members of an object that came just as its type would write it.
    fn members(&mut self, site: &Site<'_>) {
        let members = site.lent.object.members.iter().zip(site.lent.fields);
        for (place, (member, field)) in members.enumerate() {
            if member.has_checks() {
                self.member(site, place, member, field.view());
            }
        }
        self.object_rules(site);
    }

    /// The members of an object that came otherwise.
    #[cold]
    fn deviating(&mut self, site: &Site<'_>, extra: &Extra) {
        self.tag(site, extra);
        let members = site.lent.object.members.iter().zip(site.lent.fields);
        for (place, (member, field)) in members.enumerate() {
            self.presence(extra, place, member, &site.path.key(member.name));
            if member.has_checks() && stands(site.lent, place) {
                self.member(site, place, member, field.view());
            }
        }
        self.object_rules(site);
        for (name, value) in extra.iter() {
            self.unknown_member(site, &name, value);
        }
    }

    fn member(&mut self, site: &Site<'_>, place: usize, member: &Member, view: View<'_>) {
        let path = site.path.key(member.name);
        for rule in member.rules {
            self.member_rule(site, rule, place, view, &path);
        }
        if member.has_below {
            self.below(view, &path);
        }
    }

    fn member_rule(
        &mut self,
        site: &Site<'_>,
        rule: &Rule,
        member: usize,
        view: View<'_>,
        path: &Path<'_>,
    ) {
        let asked = |status| Asked {
            lent: site.lent,
            member,
            view,
            status,
            level: rule.level,
        };
        let answer = match rule.ask {
            Ask::SetIn(statuses) => match site.status {
                Some(status) => asked(status).set_in(statuses),
                None => Ok(()),
            },
            Ask::NullIn(statuses) => match site.status {
                Some(status) => asked(status).null_in(statuses),
                None => Ok(()),
            },
            Ask::Order(by, other) => match site.standing(other) {
                Some(other) => order(view, by, other),
                None => Ok(()),
            },
            Ask::Custom(_) if view.is_null() => Ok(()),
            Ask::Custom(number) => return self.custom(site, rule.level, number, path),
            _ => return self.value_rule(rule, view, path),
        };
        if let Err(breach) = answer {
            self.breach(breach, rule.level, path);
        }
    }

    /// A rule that asks a value for what it must be by itself.
    fn value_rule(&mut self, rule: &Rule, view: View<'_>, path: &Path<'_>) {
        match rule.ask {
            Ask::Unique => {
                if let View::List(list) = view {
                    unique(list, &mut |place, breach| {
                        self.breach(breach, rule.level, &path.index(place));
                    });
                }
            }
            Ask::Each(rules) => self.each(rules, view, path),
            _ => {
                if let Err(breach) = rule.ask.of_value(view) {
                    self.breach(breach, rule.level, path);
                }
            }
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
                let elements = (0..list.len()).filter_map(|place| Some((place, list.get(place)?)));
                elements.for_each(|(place, element)| ask(element, &path.index(place)));
            }
            View::Map(map) => map.each(&mut |key, value| ask(value, &path.key(key))),
            _ => {}
        }
    }

    fn object_rules(&mut self, site: &Site<'_>) {
        for rule in site.lent.object.rules {
            if let Ask::Custom(number) = rule.ask {
                self.custom(site, rule.level, number, site.path);
            }
        }
    }

    fn custom(&mut self, site: &Site<'_>, level: Level, number: u16, path: &Path<'_>) {
        if let Err(message) = site.object.custom(number) {
            let issue = Issue::new(path.pointer(), Code::Custom, message);
            self.push(issue, level.severity());
        }
    }
}

impl<'a> Site<'a> {
    /// Another member's name and value, unless it is the blank of one that was missing or misfit.
    fn standing(&self, place: usize) -> Option<(&'static str, View<'a>)> {
        let member = self.lent.object.members.get(place)?;
        let field = self.lent.fields.get(place)?;
        stands(self.lent, place).then(|| (member.name, field.view()))
    }
}

/// What deviates apart from rules. None of this happens to a clean object.
impl Walk {
    pub(crate) fn into_report(self) -> Report {
        Report {
            issues: self.issues,
        }
    }

    /// Why a member of an object holds a blank, if it does.
    pub(crate) fn blank(&mut self, lent: &Lent<'_>, place: usize, path: &Path<'_>) {
        if let (Some(extra), Some(member)) = (lent.extra, lent.object.members.get(place)) {
            self.presence(extra, place, member, &path.key(member.name));
        }
    }

    fn push(&mut self, mut issue: Issue, severity: Severity) {
        issue.severity = severity;
        self.issues.push(issue);
    }

    #[cold]
    pub(crate) fn breach(&mut self, breach: Breach, level: Level, path: &Path<'_>) {
        let message = format!("{} {}", path.subject(), breach.predicate);
        let mut issue = Issue::new(path.pointer(), breach.code, message);
        issue.expected = breach.expected;
        issue.found = breach.found;
        self.push(issue, level.severity());
    }

    fn tag(&mut self, site: &Site<'_>, extra: &Extra) {
        let Some(tag) = &site.lent.object.tag else {
            return;
        };
        let expected = quoted(tag.word);
        let (code, found) = match extra.tag() {
            TagState::Present => return,
            TagState::Missing => (Code::MissingTag, "absent".to_owned()),
            TagState::Former(word) => (Code::FormerTag, quoted(word)),
        };
        let path = site.path.key(tag.key);
        let message = format!("{} is {found}, expected {expected}", path.subject());
        let mut issue = Issue::new(path.pointer(), code, message);
        issue.expected = Some(expected);
        issue.found = Some(found);
        self.issues.push(issue);
    }

    /// Whether a member was there as it should be, and fitted.
    fn presence(&mut self, extra: &Extra, place: usize, member: &Member, path: &Path<'_>) {
        if extra.deviates(place) {
            let (code, severity, predicate) = match member.presence {
                Presence::Required => (Code::MissingMember, Severity::Violation, "is missing"),
                Presence::Nullable => {
                    let predicate = "is absent, where null is expected";
                    (Code::MissingMember, Severity::Note, predicate)
                }
                Presence::Optional => {
                    let predicate = "is null, where it is expected to be absent";
                    (Code::NullMember, Severity::Note, predicate)
                }
                Presence::Default => return,
            };
            let message = format!("{} {predicate}", path.subject());
            self.push(Issue::new(path.pointer(), code, message), severity);
        }
        for aside in extra
            .set_aside()
            .iter()
            .filter(|aside| aside.member == place)
        {
            let at = path.pointer();
            self.issues.extend(aside.issues.iter().map(|issue| Issue {
                pointer: at.join(&issue.pointer),
                ..issue.clone()
            }));
        }
    }

    fn unknown_member(&mut self, site: &Site<'_>, name: &str, value: &str) {
        let path = site.path.key(name);
        let found = excerpt(value);
        let owner = site.lent.object.name;
        let message = format!("{} is a member that {owner} does not know", path.subject());
        self.drift(Code::UnknownMember, message, None, found, &path);
    }

    #[cold]
    fn unknown_word(&mut self, words: &EnumType, word: &str, path: &Path<'_>) {
        let found = quoted(word);
        let subject = path.subject();
        let message = format!(
            "{subject} is {found}, a word that {} does not know",
            words.name
        );
        let expected = alternatives(words.words.iter().map(|word| word.name));
        self.drift(Code::UnknownWord, message, Some(expected), found, path);
    }

    #[cold]
    fn unknown_prefix(&mut self, id: &IdType, text: &str, path: &Path<'_>) {
        let found = quoted(text);
        let prefixes = alternatives(id.prefixes.iter().copied());
        let expected = format!("an id that begins with {prefixes}");
        let message = format!("{} is {found}, expected {expected}", path.subject());
        self.drift(Code::UnknownPrefix, message, Some(expected), found, path);
    }

    #[cold]
    fn unknown_variant(&mut self, union: &UnionType, object: &UnknownObject, path: &Path<'_>) {
        let expected = Some(alternatives(
            union.variants.iter().map(|variant| variant.word),
        ));
        let tag = path.key(union.tag);
        let Some(word) = object.tag() else {
            let found = excerpt(object.json().as_str());
            let (subject, key) = (path.subject(), tag.subject());
            let message = format!(
                "{subject} has no {key}, by which {} is told apart",
                union.name
            );
            return self.drift(Code::UnknownVariant, message, expected, found, path);
        };
        let found = quoted(word);
        let subject = tag.subject();
        let message = format!(
            "{subject} is {found}, a variant that {} does not know",
            union.name
        );
        self.drift(Code::UnknownVariant, message, expected, found, &tag);
    }

    fn drift(
        &mut self,
        code: Code,
        message: String,
        expected: Option<String>,
        found: String,
        path: &Path<'_>,
    ) {
        let mut issue = Issue::new(path.pointer(), code, message);
        issue.expected = expected;
        issue.found = Some(found);
        self.issues.push(issue);
    }
}
