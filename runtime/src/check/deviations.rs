//! What deviates apart from rules: tags, presence, and what nobody declared.

use super::{Path, Site, Walk};
use crate::describe::{EnumType, IdType, Member, Presence, UnionType};
use crate::extra::{Extra, TagState};
use crate::issue::{Code, Issue, Severity, alternatives, excerpt, quoted};
use crate::node::Node;
use crate::object::Lent;
use crate::union::UnknownObject;

/// None of this happens to a clean object.
impl Walk {
    /// Why a member of an object holds a blank, if it does.
    pub(crate) fn blank(&mut self, lent: &Lent<'_>, place: usize, path: &Path<'_>) {
        let member = lent.object.members.get(place);
        if let (Some(extra), Some(member), Some(field)) =
            (lent.extra, member, lent.fields.get(place))
        {
            self.came_otherwise(extra, (place, member), *field, &path.key(member.name));
        }
    }

    pub(super) fn tag(&mut self, site: &Site<'_>, extra: &Extra) {
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

    /// Whether a member came as its type would write it, and fitted.
    pub(super) fn came_otherwise(
        &mut self,
        extra: &Extra,
        (place, member): (usize, &Member),
        field: &dyn Node,
        path: &Path<'_>,
    ) {
        // A member that was set since is no longer the one that came.
        let is_blank = || member.presence == Presence::Required || field.view().is_null();
        if extra.deviates(place) && is_blank() {
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

    pub(super) fn unknown_member(&mut self, site: &Site<'_>, name: &str, value: &str) {
        let path = site.path.key(name);
        let found = excerpt(value);
        let owner = site.lent.object.name;
        let message = format!("{} is a member that {owner} does not know", path.subject());
        self.drift(Code::UnknownMember, message, None, found, &path);
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
    pub(super) fn unknown_prefix(&mut self, id: &IdType, text: &str, path: &Path<'_>) {
        let found = quoted(text);
        let prefixes = alternatives(id.prefixes.iter().copied());
        let expected = format!("an id that begins with {prefixes}");
        let message = format!("{} is {found}, expected {expected}", path.subject());
        self.drift(Code::UnknownPrefix, message, Some(expected), found, path);
    }

    #[cold]
    pub(super) fn unknown_variant(
        &mut self,
        union: &UnionType,
        object: &UnknownObject,
        path: &Path<'_>,
    ) {
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
