//! Ids: which strings name objects, as their members' names and their prefixes tell, and which whole numbers do.

mod names;
mod numbers;

use std::collections::{BTreeMap, HashMap, HashSet};

use super::model::IdType;
use super::names::{Scope, pascal, snake};
use crate::document::Value;
use crate::evidence::Facts;
use crate::schema::{Kind, RootId, SchemaId, Schemas};

use names::{name, plain};
pub(super) use numbers::find as find_numbers;

/// The types of ids, and which members have them.
#[derive(Debug, Default)]
pub(super) struct Ids {
    pub(super) types: Vec<IdType>,
    texts: Members,
    numbers: Members,
    /// Whole numbers that the document calls ids itself.
    pub(super) by_root: HashMap<RootId, usize>,
}

/// Which members hold which ids.
#[derive(Debug, Default)]
struct Members {
    /// By the object for members that are called `id`, or that a hint names.
    by_object: HashMap<(SchemaId, String), usize>,
    /// By the member's name for all others.
    by_member: HashMap<String, usize>,
}

impl Members {
    fn of(&self, object: SchemaId, name: &str) -> Option<usize> {
        let own = self.by_object.get(&(object, name.to_owned()));
        own.or_else(|| self.by_member.get(name)).copied()
    }
}

/// The ids that a member may hold.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Held {
    /// Where it holds strings.
    pub(super) text: Option<usize>,
    /// Where it holds whole numbers.
    pub(super) number: Option<usize>,
}

impl Ids {
    /// The ids that a member of an object may hold.
    pub(super) fn of(&self, object: SchemaId, member: &str) -> Held {
        let name = one(member);
        Held {
            text: self.texts.of(object, &name),
            number: self.numbers.of(object, &name),
        }
    }
}

impl Ids {
    /// Gives each kind of id a name.
    fn name_all(
        &mut self,
        schemas: &Schemas,
        mut kinds: Vec<(Vec<Group>, Vec<String>)>,
        scope: &mut Scope,
    ) {
        // Members that say what they hold have the first choice of names.
        kinds.sort_by_key(|(groups, _)| {
            !groups.iter().any(|group| matches!(group, Group::Member(_)))
        });
        for (groups, prefixes) in kinds {
            let number = self.types.len();
            let by_prefix = format!("{}Id", pascal(&prefixes[0]));
            let wanted = name(schemas, &groups).map(|name| match name.ends_with(&by_prefix) {
                // `error_file_id` with `file-` is the id of a file.
                true => by_prefix.clone(),
                false => name,
            });
            let wanted = wanted.filter(|name| !scope.is_given(name));
            let name = scope.claim(&wanted.unwrap_or(by_prefix));
            self.types.push(IdType {
                name,
                prefixes,
                number: None,
                home: None,
            });
            for group in groups {
                match group {
                    Group::Object(object, member) => {
                        self.texts.by_object.insert((object, member), number)
                    }
                    Group::Member(member) => self.texts.by_member.insert(member, number),
                };
            }
        }
    }

    /// A member of another name, or of one that stands for several kinds, holds ids if all its samples begin as known ones, and
    /// members of this name hold no free text anywhere.
    fn find_others(&mut self, others: BTreeMap<(SchemaId, &str), Vec<&str>>) {
        let texts = others
            .iter()
            .flat_map(|((_, member), texts)| texts.iter().map(move |text| (*member, *text)));
        let free: HashSet<String> = texts
            .filter(|(member, text)| !member_says_id(member) && is_free(member, text))
            .map(|(member, _)| member.to_owned())
            .collect();
        let others = others
            .into_iter()
            .filter(|((_, member), _)| !free.contains(*member));
        for ((object, member), texts) in others {
            let is_named = self.texts.by_member.contains_key(&one(member));
            let Some(found) = common(&texts).filter(|_| !is_named) else {
                continue;
            };
            let fits = |id: &IdType| found.iter().all(|prefix| id.prefixes.contains(prefix));
            if let Some(known) = self.types.iter().position(fits) {
                self.texts.by_object.insert((object, one(member)), known);
            }
        }
    }
}

/// Members that hold ids of one kind: all of one name, or the `id` of one object.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
enum Group {
    Object(SchemaId, String),
    Member(String),
}

/// Finds the ids whose samples have a prefix, and those that hints name.
pub(super) fn find(schemas: &Schemas, facts: &Facts, scope: &mut Scope) -> Ids {
    let mut seen: BTreeMap<Group, Vec<&str>> = BTreeMap::new();
    let mut others: BTreeMap<(SchemaId, &str), Vec<&str>> = BTreeMap::new();
    for (object, member, text) in &facts.strings {
        let name = one(member);
        let group = match name.as_str() {
            "id" => Group::Object(*object, name),
            _ => {
                others.entry((*object, member)).or_default().push(text);
                if !name.ends_with("_id") {
                    continue;
                }
                Group::Member(name)
            }
        };
        seen.entry(group).or_default().push(text);
    }
    let mut prefixes: BTreeMap<Group, Vec<String>> = BTreeMap::new();
    for (group, texts) in seen {
        if let Some(found) = common(&texts) {
            prefixes.insert(group, found);
        }
    }
    prefixes.extend(hinted(schemas));
    let mut ids = Ids::default();
    ids.name_all(schemas, merged(prefixes), scope);
    ids.find_others(others);
    ids
}

/// The name of one of what a member says many of, in snake case: `fileIds` and `file_ids` hold each a `file_id`.
fn one(member: &str) -> String {
    let name = snake(member);
    match name.strip_suffix("_ids") {
        Some(stem) => format!("{stem}_id"),
        None => name,
    }
}

fn member_says_id(member: &str) -> bool {
    one(member).ends_with("_id")
}

/// Whether a sample is no id of some kind, or only counts what the member is called: `user-1234` of a `user` is whatever its
/// caller calls a user.
fn is_free(member: &str, text: &str) -> bool {
    let counts = text
        .strip_prefix(member)
        .and_then(|rest| rest.strip_prefix(['-', '_']))
        .is_some_and(|rest| rest.bytes().all(|byte| byte.is_ascii_digit()));
    counts || prefix(text).is_none()
}

/// The prefixes that all samples have one of: two kinds at most, or else they tell nothing.
fn common(texts: &[&str]) -> Option<Vec<String>> {
    let mut counted: Vec<(String, usize)> = Vec::new();
    for text in texts {
        let found = prefix(text)?;
        match counted.iter_mut().find(|(known, _)| *known == found) {
            Some((_, count)) => *count += 1,
            None => counted.push((found, 1)),
        }
    }
    counted.sort_by(|(a, n), (b, m)| m.cmp(n).then(a.cmp(b)));
    (1..=2)
        .contains(&counted.len())
        .then(|| counted.into_iter().map(|(found, _)| found).collect())
}

/// The prefix of an id: a word and what parts it from the rest, which is not a word of a language.
fn prefix(text: &str) -> Option<String> {
    let end = text.find(['-', '_'])?;
    let (word, rest) = (&text[..end], &text[end + 1..]);
    let is_word = (2..=16).contains(&end) && word.bytes().all(|byte| byte.is_ascii_lowercase());
    let last = rest.rsplit(['-', '_']).next().unwrap_or(rest);
    let made_up = ["abc", "xyz", "xxx", "123", "..."]
        .iter()
        .any(|start| last.starts_with(start));
    let is_id = last.len() >= 3 && (made_up || last.bytes().any(|byte| byte.is_ascii_digit()));
    (is_word && is_id && text.is_ascii() && !text.contains(' ')).then(|| text[..=end].to_owned())
}

/// What hints say: `x-api-object: {prefix: "ftjob-"}` on a member.
fn hinted(schemas: &Schemas) -> BTreeMap<Group, Vec<String>> {
    let mut found = BTreeMap::new();
    for (i, node) in schemas.nodes.iter().enumerate() {
        let Kind::Object(object) = &node.kind else {
            continue;
        };
        for member in &object.members {
            let hints = schemas.node(member.schema).hints.as_ref();
            let prefixes: Vec<String> = match hints.and_then(|hints| hints.get("prefix")) {
                Some(Value::String(one)) => vec![one.clone()],
                Some(Value::List(list)) => list
                    .iter()
                    .filter_map(Value::as_str)
                    .map(str::to_owned)
                    .collect(),
                _ => continue,
            };
            let prefixes: Vec<String> = prefixes
                .into_iter()
                .filter(|prefix| !prefix.is_empty())
                .collect();
            if !prefixes.is_empty() {
                found.insert(
                    Group::Object(SchemaId(i as u32), one(&member.name)),
                    prefixes,
                );
            }
        }
    }
    found
}

/// Groups that share a prefix are ids of one kind.
fn merged(groups: BTreeMap<Group, Vec<String>>) -> Vec<(Vec<Group>, Vec<String>)> {
    let mut all: Vec<(Vec<Group>, Vec<String>)> = Vec::new();
    for (group, prefixes) in groups {
        let mut joined = (vec![group], prefixes);
        let mut rest = Vec::new();
        for mut known in std::mem::take(&mut all) {
            match known
                .1
                .iter()
                .any(|a| joined.1.iter().any(|b| stem(a) == stem(b)))
            {
                false => rest.push(known),
                true => {
                    let new: Vec<String> = joined
                        .1
                        .iter()
                        .filter(|p| !known.1.contains(p))
                        .cloned()
                        .collect();
                    known.0.extend(joined.0);
                    known.1.extend(new);
                    joined = known;
                }
            }
        }
        rest.push(joined);
        all = rest;
    }
    all
}

/// A prefix without what parts it from the rest, which servers spell one way and another.
fn stem(prefix: &str) -> &str {
    prefix.trim_end_matches(['-', '_'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prefixes_are_told_from_words() {
        let cases = [
            ("file-abc123", Some("file-")),
            ("vs_abc", Some("vs_")),
            ("ft-event-TjX7", Some("ft-")),
            ("batch_req_123", Some("batch_")),
            ("my-org", None),
            ("gpt-4o", None),
            ("0f2b-11", None),
            ("user", None),
            ("a_1234", None),
        ];
        for (text, found) in cases {
            assert_eq!(prefix(text).as_deref(), found, "{text}");
        }
    }

    #[test]
    fn free_texts_are_told_from_ids() {
        for (member, text, is) in [
            ("user", "user-1234", true),
            ("user", "user-abc123", false),
            ("training_file", "file-1234", false),
            ("user", "Ada", true),
            ("role", "role_01J1F8", false),
        ] {
            assert_eq!(is_free(member, text), is, "{text}");
        }
        assert!(member_says_id("file_ids") && member_says_id("user_id"));
        assert!(!member_says_id("user") && !member_says_id("id"));
    }

    #[test]
    fn groups_with_one_prefix_are_one_id() {
        let group = |name: &str| Group::Member(name.to_owned());
        let of = |texts: &[&str]| {
            texts
                .iter()
                .map(|text| (*text).to_owned())
                .collect::<Vec<_>>()
        };
        let groups = BTreeMap::from([
            (group("a_id"), of(&["file-"])),
            (group("b_id"), of(&["vs_"])),
            (group("c_id"), of(&["file_", "file-"])),
        ]);
        let found = merged(groups);
        assert_eq!(found.len(), 2);
        assert_eq!(found[1].1, ["file-", "file_"]);
    }
}
