//! What deviates apart from rules: tags, presence, and what nobody declared.

use std::collections::HashSet;

use super::{Path, Site, Walk};
use crate::describe::{EnumType, IdType, Member, Presence, UnionType};
use crate::extra::{Aside, Extra, TagState};
use crate::issue::{Code, Issue, Severity, alternatives, excerpt, found, quoted};
use crate::node::View;
use crate::object::Lent;
use crate::raw::RawJson;
use crate::rules::{Status, stands};
use crate::union::UnknownObject;

/// Up to this many unknown members are compared with each other, and more by a hash.
const FEW: usize = 16;

/// None of this happens to a clean object.
impl Walk {
    pub(super) fn tag(&mut self, site: &Site<'_>, extra: &Extra) {
        let Some(tag) = &site.lent.object.tag else {
            return;
        };
        let expected = quoted(tag.word);
        let (code, found) = match extra.tag() {
            TagState::Present => return,
            TagState::Missing if tag.optional => return,
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
            self.joined(&aside.issues(), &path);
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
            return self.issues.push(Issue {
                pointer: at,
                code: Code::MisfitFilled,
                message: format!("{}, and its field is blank", only.message),
                ..only.clone()
            });
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
        self.issues.extend(issues.iter().map(|issue| Issue {
            pointer: at.join(&issue.pointer),
            ..issue.clone()
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
        let message = format!("{} {predicate}", path.subject());
        self.push(Issue::new(path.pointer(), code, message), severity);
    }

    /// Members that nobody declared; one that stands twice is told twice.
    pub(super) fn unknown_members(&mut self, site: &Site<'_>, extra: &Extra) {
        let members: Vec<_> = extra.iter().collect();
        let mut known = (members.len() > FEW).then(HashSet::new);
        for (place, (name, value)) in members.iter().enumerate() {
            let is_first = match &mut known {
                None => members.iter().position(|(n, _)| n == name) == Some(place),
                Some(known) => known.insert(name),
            };
            if *name != site.lent.object.asked || !is_first {
                self.unknown_member(site, name, value, is_first);
            }
        }
    }

    fn unknown_member(&mut self, site: &Site<'_>, name: &str, value: &str, is_first: bool) {
        let path = site.path.key(name);
        let found = excerpt(value);
        let (owner, subject) = (site.lent.object.name, path.subject());
        let (code, message) = match is_first {
            _ if site.lent.object.has_key(name) => (
                Code::DuplicateMember,
                format!("{subject} is a second name of a member that {owner} has already"),
            ),
            true => (
                Code::UnknownMember,
                format!("{subject} is a member that {owner} does not know"),
            ),
            false => (
                Code::DuplicateMember,
                format!("{subject}, which {owner} does not know, stands in it once more"),
            ),
        };
        self.drift(code, message, None, found, &path);
    }

    #[cold]
    pub(super) fn unknown_word(&mut self, words: &EnumType, word: &str, path: &Path<'_>) {
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
    pub(super) fn unknown_prefix(&mut self, id: &IdType, view: View<'_>, path: &Path<'_>) {
        let found = found(view);
        let prefixes = alternatives(id.prefixes.iter().copied());
        let expected = format!("an id that begins with {prefixes}");
        let message = format!("{} is {found}, expected {expected}", path.subject());
        self.drift(Code::UnknownPrefix, message, Some(expected), found, path);
    }

    #[cold]
    pub(super) fn unknown_variant(
        &mut self,
        union: &'static UnionType,
        object: &UnknownObject,
        path: &Path<'_>,
    ) {
        let expected = Some(alternatives(union.words()));
        let tag = path.key(union.tag_key());
        let Some(word) = object.tag() else {
            let found = excerpt(object.json().as_str());
            let (subject, key) = (path.subject(), tag.subject());
            let message = format!(
                "{subject} has no {key}, by which {} is told apart",
                union.name
            );
            self.drift(Code::UnknownVariant, message, expected, found, path);
            return self.hide_last_of(union);
        };
        let found = quoted(word);
        let subject = tag.subject();
        let message = format!(
            "{subject} is {found}, a variant that {} does not know",
            union.name
        );
        self.drift(Code::UnknownVariant, message, expected, found, &tag);
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
        let mut issue = Issue::new(path.pointer(), code, message);
        issue.expected = expected;
        issue.found = Some(found);
        self.push(issue, Severity::Drift);
    }
}
