//! The members that tell the variants of a union apart, and what is said of an object in which they tell none.

use std::borrow::Cow;

use super::{UnionStyle, UnionType};
use crate::deleted::receipts_of;
use crate::describe::Descriptor;
use crate::issue::{alternatives, excerpt, kind, named};
use crate::json::{inside, members};
use crate::union::string;

/// What speaks against all variants of a union.
pub(crate) struct Unknown<'t> {
    /// The member that has a word, if one has.
    pub(crate) tag: Option<(&'static str, Cow<'t, str>)>,
    /// Where none has: a member that should have, and its value as it is shown.
    pub(crate) odd: Option<(&'static str, String)>,
    kind: &'static UnionType,
}

impl UnionType {
    /// What speaks against all variants, of an object with this text.
    pub(crate) fn unknown<'t>(&'static self, json: &'t str) -> Unknown<'t> {
        // Of several members of one name the first is the one that counts.
        let mut keys = self.keys();
        let mut odd = None;
        let tag = members(inside(json)).find_map(|member| {
            let place = keys.iter().position(|key| member.name == *key)?;
            let (key, value) = (keys.remove(place), member.value);
            let word = string(value);
            if word.is_none() {
                odd.get_or_insert((key, value));
            }
            Some((key, word?))
        });
        let odd = odd.filter(|_| tag.is_none());
        // What is no word may be a secret that one of the variants was to hold.
        let shown = |value: &str| match self.holds_secret() {
            true => kind(value),
            false => excerpt(value),
        };
        Unknown {
            odd: odd.map(|(key, value)| (key, shown(value))),
            tag,
            kind: self,
        }
    }

    /// The members that may tell the variants apart: that of the union, or those that its variants' types have.
    fn keys(&self) -> Vec<&'static str> {
        match self.style {
            UnionStyle::Untagged => Vec::new(),
            UnionStyle::Own => {
                let types = self.variants.iter().filter_map(|v| v.descriptor());
                distinct(types.flat_map(Descriptor::keys))
            }
            _ => vec![self.tag],
        }
    }

    /// The words that such a member may have.
    fn words(&self, key: &str) -> Vec<Cow<'static, str>> {
        match self.style {
            UnionStyle::Untagged => Vec::new(),
            UnionStyle::Own => {
                let types = self.variants.iter().filter_map(|v| v.descriptor());
                distinct(types.flat_map(|descriptor| descriptor.words(key)))
            }
            _ if self.tag != key => Vec::new(),
            _ => distinct(self.variants.iter().map(|v| Cow::Borrowed(v.word))),
        }
    }
}

impl Descriptor {
    fn keys(self) -> Vec<&'static str> {
        match self {
            Descriptor::Object(object) => match object.tag {
                Some(tag) => vec![tag.key],
                None => {
                    let receipts = object
                        .members
                        .iter()
                        .filter(|m| m.shape.receipt().is_some());
                    receipts.map(|member| member.name).collect()
                }
            },
            Descriptor::Union(union) => union.keys(),
            _ => Vec::new(),
        }
    }

    fn words(self, key: &str) -> Vec<Cow<'static, str>> {
        match self {
            Descriptor::Object(object) => match object.tag {
                Some(tag) if tag.key == key => vec![Cow::Borrowed(tag.word)],
                Some(_) => Vec::new(),
                None => {
                    let named = object.members.iter().filter(|member| member.name == key);
                    let receipts = named.filter_map(|member| member.shape.receipt());
                    receipts.flat_map(receipts_of).collect()
                }
            },
            Descriptor::Union(union) => union.words(key),
            _ => Vec::new(),
        }
    }
}

impl Unknown<'_> {
    /// What is expected of the tag, in words.
    pub(crate) fn expected(&self) -> String {
        let of_word = self.tag.as_ref().map(|(key, _)| *key);
        let key = of_word.or(self.odd.as_ref().map(|(key, _)| *key));
        match (key, &*self.kind.keys()) {
            (Some(key), _) | (None, &[key]) => self.kind.alternatives(key, str::to_owned),
            _ => self.wanted(),
        }
    }

    /// What the tag is, in words that follow its name: of a variant whose conditions do not hold, these.
    pub(crate) fn why(&self, word: &str) -> String {
        let name = self.kind.name;
        match self.conditions() {
            None => format!("is {word}, a variant that {name} does not know"),
            Some(conditions) => {
                format!("is {word}, which is a variant of {name} only where {conditions}")
            }
        }
    }

    /// Whether its tag has a word that nobody declared, where such are expected. One that is known and lacks its condition is not.
    pub(crate) fn is_expected(&self) -> bool {
        self.kind.expects_more && self.tag.is_some() && self.conditions().is_none()
    }

    /// The members by which the union is told apart.
    pub(crate) fn keys(&self) -> Option<String> {
        let keys = self.kind.keys();
        let keys: Vec<String> = keys.into_iter().map(named).collect();
        (!keys.is_empty()).then(|| alternatives(keys.iter().map(String::as_str)))
    }

    /// The message for an object that no variant takes, and what was expected.
    pub(crate) fn refusal(&self) -> (String, String) {
        if let Some((key, found)) = &self.odd {
            let message = format!("expected {}, found {found}", self.kind.wanted(key));
            return (message, self.expected());
        }
        let Some((key, found)) = &self.tag else {
            let found = match *self.kind.keys() {
                [key] => format!("no `{key}`"),
                _ => "none of these".to_owned(),
            };
            let message = format!("expected {}, found {found}", self.wanted());
            return (message, self.expected());
        };
        let shown = named(found);
        let quote = if shown == *found { "`" } else { "" };
        let shown = format!("{quote}{shown}{quote}");
        let message = match self.conditions() {
            None => format!("expected {}, found {shown}", self.kind.wanted(key)),
            Some(_) => format!("`{key}` {}", self.why(&shown)),
        };
        (message, self.expected())
    }

    /// The same of what is secret, and not shown.
    pub(crate) fn refusal_of_secret(&self) -> String {
        let wanted = self.wanted();
        format!("expected {wanted}, and what is found is secret")
    }

    /// What the members that tell the variants apart are expected to be.
    fn wanted(&self) -> String {
        let keys = self.kind.keys();
        let wanted = keys.iter().map(|key| self.kind.wanted(key));
        wanted.collect::<Vec<_>>().join(", or ")
    }

    /// What the variants ask for whose word this is.
    fn conditions(&self) -> Option<String> {
        let (key, word) = self.tag.as_ref()?;
        let candidates = self.kind.candidates(key, word);
        let asked = candidates.filter_map(|place| self.kind.variants.get(place)?.condition);
        let asked: Vec<String> = asked
            .map(|condition| {
                let values = alternatives(condition.values.iter().copied());
                format!("{} is {values}", named(condition.member))
            })
            .collect();
        (!asked.is_empty()).then(|| alternatives(asked.iter().map(String::as_str)))
    }
}

impl UnionType {
    fn wanted(&self, key: &str) -> String {
        let words = self.alternatives(key, |word| format!("`{word}`"));
        format!("`{key}` to be {words}")
    }

    fn alternatives(&self, key: &str, shown: fn(&str) -> String) -> String {
        let words: Vec<String> = self.words(key).iter().map(|word| shown(word)).collect();
        alternatives(words.iter().map(String::as_str))
    }
}

fn distinct<T: PartialEq>(all: impl Iterator<Item = T>) -> Vec<T> {
    let mut distinct = Vec::new();
    for one in all {
        if !distinct.contains(&one) {
            distinct.push(one);
        }
    }
    distinct
}
