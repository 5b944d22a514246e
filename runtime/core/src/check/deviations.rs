//! What deviates apart from rules: tags, presence, and what nobody declared.

use std::borrow::Cow;
use std::collections::HashSet;

use super::{Path, Site, Walk};
use crate::describe::{EnumType, IdType, Member, ObjectType, Others, Presence, UnionType};
use crate::extra::{Aside, Extra, TagState};
use crate::issue::{Code, Excerpt, Issue, Said, Severity, Start, Words, excerpt, named, quoted};
use crate::json::{Heads, push_key};
use crate::object::Lent;
use crate::raw::RawJson;
use crate::rules::{Status, stands};
use crate::union::UnknownObject;

/// The names of an object's unknown members, as far as they were gone over.
struct Names<'a> {
    extra: &'a Extra,
    heads: Heads,
    /// All of them, where they are no longer few.
    many: Option<HashSet<Cow<'a, str>>>,
}

/// Up to this many names are gone over once more for one that may be among them, and more are kept.
const FEW: usize = 16;

impl<'a> Names<'a> {
    fn new(extra: &'a Extra) -> Self {
        Names {
            extra,
            heads: Heads::NONE,
            many: None,
        }
    }

    /// Adds the name of the member at this place, which comes behind all before it; whether no other has it.
    fn is_first(&mut self, place: usize, name: Cow<'a, str>) -> bool {
        let extra = self.extra;
        let mut before = extra.iter().take(place).map(|(name, _)| name);
        if let Some(many) = &mut self.many {
            return many.insert(name);
        }
        if place == FEW {
            return self.many.insert(before.collect()).insert(name);
        }
        let is_first = !self.heads.may_hold_name(&name) || !before.any(|other| other == name);
        self.heads.insert(&name);
        is_first
    }
}

/// None of this happens to a clean object.
impl Walk {
    pub(super) fn tag(&mut self, site: &Site<'_>, extra: &Extra) {
        let Some(tag) = &site.lent.object.tag else {
            return;
        };
        let (code, found) = match extra.tag() {
            TagState::Present => return,
            TagState::Missing if tag.optional => return,
            TagState::Missing => (Code::MissingTag, "absent".to_owned()),
            TagState::Former(word) => (Code::FormerTag, quoted(word)),
        };
        let (expected, path) = (quoted(tag.word), site.path.key(tag.key));
        let message = format!("{} is {found}, expected {expected}", path.subject());
        let words = Words {
            message,
            expected: Some(expected),
            found: Some(found),
        };
        self.tell(code, code.severity(), words, &path);
    }

    #[cold]
    pub(super) fn former_name(&mut self, member: &Member, name: &str, path: &Path<'_>) {
        let (own, path) = (path.key(member.name), path.key(name));
        let (expected, found) = (quoted(member.name), quoted(name));
        let message = format!("{} is a former name of {}", path.subject(), own.subject());
        self.drift(Code::FormerName, message, Some(expected), found, &path);
    }

    /// Whether a member of an object came as its type would write it, and fitted. A member that was set
    /// since is no longer the one that came. Of one that is absent where it must be set, its rule says so.
    pub(crate) fn came_otherwise(&mut self, lent: &Lent<'_>, place: usize, path: &Path<'_>) {
        let (Some(extra), Some(member)) = (lent.extra, lent.object.members.get(place)) else {
            return;
        };
        let path = path.key(lent.name(place, member));
        if member.presence() == Presence::Required && extra.placeholder(place).is_some() {
            if lent.holds_placeholder(place) {
                self.placeholder(extra.aside(place), &path);
            }
            return;
        }
        let is_null = || {
            lent.fields
                .get(place)
                .is_some_and(|field| field.view().is_null())
        };
        let deviates = extra.deviates(place) && !member.may_be_absent_or_null();
        let must_be_set = || Status::of(lent).is_some_and(|status| status.wants_set(member));
        if deviates && (member.presence() == Presence::Required || is_null() && !must_be_set()) {
            self.deviates(member.presence(), &path);
        }
        if let Some(aside) = extra.aside(place).filter(|_| !stands(lent, place)) {
            self.set_aside(aside, &path);
        }
    }

    /// Why the value that came for a member is set aside.
    fn set_aside(&mut self, aside: &Aside, path: &Path<'_>) {
        let raw = aside.raw.as_str();
        for fault in aside.why.faults() {
            match fault.of_whole(raw, aside.why.start()) {
                Some(said) => self.tell(Code::Misfit, Severity::Violation, said, path),
                None => self.joined(&fault.issues(raw, aside.why.start()), path),
            }
        }
        if let Some(rest) = aside.why.rest() {
            self.joined(&[rest], path);
        }
    }

    /// A required member that was missing, or did not fit as what was set aside tells.
    #[cold]
    fn placeholder(&mut self, misfit: Option<&Aside>, path: &Path<'_>) {
        let (at, subject) = (path.pointer(), path.subject());
        let Some(misfit) = misfit else {
            let message = format!("{subject} is missing, and its field is blank");
            return self
                .issues
                .push(Issue::new(at, Code::MissingFilled, message));
        };
        let issues = misfit.issues();
        if let [only] = issues.as_slice()
            && only.pointer.as_str().is_empty()
        {
            let words = Words {
                message: format!("{}, and its field is blank", only.message()),
                expected: only.expected().map(Cow::into_owned),
                found: only.found().map(Cow::into_owned),
            };
            let mut issue = Issue::saying(at, Code::MisfitFilled, words);
            issue.severity = only.severity;
            return self.issues.push(issue);
        }
        let message =
            format!("{subject} does not fit for the reasons that follow, and its field is blank");
        self.issues
            .push(Issue::new(at, Code::MisfitFilled, message));
        self.joined(&issues, path);
    }

    /// What was found while reading, with pointers from the root.
    #[cold]
    pub(super) fn joined(&mut self, issues: &[Issue], path: &Path<'_>) {
        let at = path.pointer();
        self.issues.extend(issues.iter().map(|issue| {
            let mut issue = issue.clone();
            issue.pointer = at.join(&issue.pointer);
            issue
        }));
    }

    fn deviates(&mut self, presence: Presence, path: &Path<'_>) {
        let (code, severity, predicate) = match presence {
            Presence::Required => (Code::MissingMember, Severity::Violation, "is missing"),
            Presence::Nullable => {
                let predicate = "is absent, where null is expected";
                (Code::MissingMember, Severity::Note, predicate)
            }
            Presence::Optional => {
                let predicate = "is null, where it is expected to be absent";
                (Code::NullMember, Severity::Note, predicate)
            }
            Presence::Default | Presence::Free => return,
        };
        self.tell(code, severity, Said::Predicate(predicate), path);
    }

    /// Members that nobody declared, save where such are expected; one that stands twice is told twice.
    pub(super) fn unknown_members(&mut self, site: &Site<'_>, extra: &Extra) {
        let mut names = Names::new(extra);
        let object = site.lent.object;
        self.stand_at(site.path);
        let end = self.pointer.len();
        for (place, (name, value)) in extra.iter().enumerate() {
            let is_first = names.is_first(place, name.clone());
            // Where nothing is asked for, a member may still be called by nothing.
            let is_asked = !object.asked.is_empty() && name == object.asked;
            if is_asked && is_first {
                continue;
            }
            self.pointer.truncate(end);
            push_key(&mut self.pointer, &name);
            match is_first && !object.has_key(&name) {
                true if object.masks.expects_more => {}
                true => {
                    let said = Said::UnknownMember(object.name, Excerpt::of(value));
                    self.tell_here(Code::UnknownMember, Severity::Drift, said, 0);
                }
                false => self.second_member(object, &name, value),
            }
        }
    }

    /// An unknown member that its object has already, by this name or another.
    #[cold]
    fn second_member(&mut self, object: &ObjectType, name: &str, value: &str) {
        let (subject, owner) = (named(name), object.name);
        let message = match object.has_key(name) {
            true => format!("{subject} is a second name of a member that {owner} has already"),
            false => format!("{subject}, which {owner} does not know, stands in it once more"),
        };
        let words = Words {
            message,
            expected: None,
            found: Some(excerpt(value)),
        };
        self.tell_here(Code::DuplicateMember, Severity::Drift, words, 0);
    }

    /// A word that nobody declared, save where such are expected.
    #[cold]
    pub(super) fn unknown_word(&mut self, words: &'static EnumType, word: &str, path: &Path<'_>) {
        if words.others == Others::Expected {
            return;
        }
        let said = Said::UnknownWord(words, Start::of(word));
        self.tell(Code::UnknownWord, Severity::Drift, said, path);
    }

    #[cold]
    pub(super) fn unknown_prefix(&mut self, id: &'static IdType, text: &[u8], path: &Path<'_>) {
        let text = std::str::from_utf8(text).unwrap_or_default();
        let said = Said::UnknownPrefix(id, Start::of(text));
        self.tell(Code::UnknownPrefix, Severity::Drift, said, path);
    }

    #[cold]
    pub(super) fn unknown_variant(
        &mut self,
        union: &'static UnionType,
        object: &UnknownObject,
        path: &Path<'_>,
    ) {
        let unknown = union.unknown(object.json().as_str());
        if unknown.is_expected() {
            return;
        }
        let expected = Some(unknown.expected());
        if let Some((key, word)) = &unknown.tag {
            let (tag, found) = (path.key(key), quoted(word));
            let message = format!("{} {}", tag.subject(), unknown.why(&found));
            return self.drift(Code::UnknownVariant, message, expected, found, &tag);
        }
        let name = union.name;
        if let Some((key, found)) = unknown.odd {
            let tag = path.key(key);
            let subject = tag.subject();
            let message =
                format!("{subject} is {found} and no word, by which {name} is told apart");
            return self.drift(Code::UnknownVariant, message, expected, found, &tag);
        }
        let Some(keys) = unknown.keys() else {
            return self.unmatched(union, object.json(), path);
        };
        let found = excerpt(object.json().as_str());
        let subject = path.subject();
        let message = format!("{subject} has no {keys}, by which {name} is told apart");
        self.drift(Code::UnknownVariant, message, expected, found, path);
        self.hide_last_of(union);
    }

    #[cold]
    pub(super) fn unmatched(
        &mut self,
        union: &'static UnionType,
        value: &RawJson,
        path: &Path<'_>,
    ) {
        let found = excerpt(value.as_str());
        let (subject, name) = (path.subject(), union.name);
        let message = format!("{subject} is {found}, which no variant of {name} takes");
        let expected = Some(union.expected());
        self.drift(Code::UnknownVariant, message, expected, found, path);
        self.hide_last_of(union);
    }

    /// What no variant takes may be a secret that one of them was to hold.
    fn hide_last_of(&mut self, union: &'static UnionType) {
        if union.holds_secret() {
            self.issues.iter_mut().rev().take(1).for_each(Issue::hide);
        }
    }

    fn drift(
        &mut self,
        code: Code,
        message: String,
        expected: Option<String>,
        found: String,
        path: &Path<'_>,
    ) {
        let words = Words {
            message,
            expected,
            found: Some(found),
        };
        self.tell(code, Severity::Drift, words, path);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Unknown members with these names, one of them spelled with an escape.
    fn extra(names: &[String]) -> Extra {
        let mut extra = Extra::new();
        for name in names {
            let name = name.replace('e', "\\u0065");
            extra.push_unknown(&format!("\"{name}\":0"));
        }
        extra
    }

    #[test]
    fn a_name_is_the_first_one_of_its_kind_however_many_there_are() {
        // Of few letters, so that many begin alike.
        let names = |count: usize| (0..count).map(|i| format!("{}e", i % 10 + i % 7));
        for count in [0, 1, 2, FEW - 1, FEW, FEW + 1, 3 * FEW] {
            let names: Vec<String> = names(count).chain([String::new(), String::new()]).collect();
            let extra = extra(&names);
            let mut seen = Names::new(&extra);
            for (place, (name, _)) in extra.iter().enumerate() {
                let first = names.iter().position(|other| *other == name);
                assert_eq!(
                    seen.is_first(place, name),
                    first == Some(place),
                    "{names:?}"
                );
            }
        }
    }
}
