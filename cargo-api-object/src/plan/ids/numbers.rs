//! Ids that are whole numbers. No prefix tells what they name, so that names do: of the object that has the `id`, and of members that
//! say whose `…_id` they hold.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::{Ids, Scope, one, plain};
use crate::plan::TypeNo;
use crate::plan::model::IdType;
use crate::plan::names::{pascal, singular, snake};
use crate::plan::types::{covering, of_bounds};
use crate::schema::{Bounds, Kind, Origin, RootId, SchemaId, Schemas};

/// What says how much of an object is sent, and not which object it is.
const FORMS: &[&str] = &[
    "base", "basic", "brief", "compact", "detail", "detailed", "details", "dto", "extended",
    "full", "info", "lite", "mini", "minimal", "model", "new", "nullable", "partial", "private",
    "public", "short", "simple", "summary", "with",
];

/// What says which part an object plays, and not what it is: a `parent_id` may be that of anything.
const ROLES: &[&str] = &[
    "actor",
    "assignee",
    "author",
    "billing",
    "by",
    "child",
    "client",
    "correlation",
    "creator",
    "current",
    "default",
    "entity",
    "external",
    "first",
    "foreign",
    "from",
    "global",
    "internal",
    "item",
    "last",
    "legacy",
    "local",
    "main",
    "native",
    "new",
    "next",
    "object",
    "old",
    "origin",
    "original",
    "other",
    "owner",
    "parent",
    "prev",
    "previous",
    "primary",
    "receiver",
    "recipient",
    "record",
    "ref",
    "reference",
    "related",
    "remote",
    "reporter",
    "request",
    "resource",
    "root",
    "sender",
    "shipping",
    "source",
    "target",
    "to",
    "unique",
];

/// A member that holds whole numbers, and is called an id.
struct Found {
    object: SchemaId,
    name: String,
    number: Said,
}

/// The integer of Rust that the document asks for; none where it only says that it is one.
type Said = Option<&'static str>;

/// A kind of ids.
#[derive(Default)]
struct Numbers {
    /// What they name.
    of: String,
    numbers: Vec<&'static str>,
    objects: Vec<SchemaId>,
    members: Vec<String>,
    root: Option<RootId>,
}

/// Finds whole numbers that name objects. `types` has the names that roots are given.
pub(in crate::plan) fn find(
    schemas: &Schemas,
    types: &BTreeMap<RootId, (TypeNo, String)>,
    ids: &mut Ids,
    scope: &mut Scope,
) {
    let found = members(schemas);
    let names = Names::of(schemas, types, &found);
    let mut kinds: BTreeMap<String, Numbers> = BTreeMap::new();
    for (id, (_, name)) in types {
        if let Some((of, number)) = called_id(schemas, *id, name) {
            let kind = kinds.entry(snake(of)).or_default();
            kind.of = of.to_owned();
            kind.numbers.extend(number);
            kind.root = Some(*id);
        }
    }
    for member in found {
        let Some(of) = names.named_by(&member) else {
            continue;
        };
        let kind = kinds.entry(snake(&of)).or_default();
        kind.numbers.extend(member.number);
        match member.name.as_str() {
            "id" => kind.objects.push(member.object),
            _ => kind.members.push(member.name),
        }
        if kind.root.is_none() {
            kind.of = names.objects.get(&snake(&of)).cloned().unwrap_or(of);
        }
    }
    for kind in kinds.into_values() {
        ids.add(kind, types, scope);
    }
}

impl Ids {
    fn add(
        &mut self,
        kind: Numbers,
        types: &BTreeMap<RootId, (TypeNo, String)>,
        scope: &mut Scope,
    ) {
        let id = self.types.len();
        let home = kind.root.and_then(|root| types.get(&root));
        let name = match home {
            Some((_, name)) => name.clone(),
            None => scope.claim(&format!("{}Id", kind.of)),
        };
        self.types.push(IdType {
            name,
            prefixes: Vec::new(),
            number: Some(covering(&kind.numbers)),
            home: home.map(|(no, _)| *no),
        });
        self.by_root.extend(kind.root.map(|root| (root, id)));
        let objects = kind.objects.into_iter();
        let objects = objects.map(|object| ((object, "id".to_owned()), id));
        self.numbers.by_object.extend(objects);
        let members = kind.members.into_iter().map(|member| (member, id));
        self.numbers.by_member.extend(members);
    }
}

/// The members that hold whole numbers of any size and are called ids, and those that hold lists of such.
fn members(schemas: &Schemas) -> Vec<Found> {
    let mut found = Vec::new();
    for (i, node) in schemas.nodes.iter().enumerate() {
        let Kind::Object(object) = &node.kind else {
            continue;
        };
        for member in &object.members {
            let name = one(&member.name);
            let number = match schemas.kind(member.schema) {
                Kind::List(items, ..) => number(schemas.kind(*items)),
                kind => number(kind),
            };
            if let (true, Some(number)) = (name == "id" || name.ends_with("_id"), number) {
                let object = SchemaId(i as u32);
                found.push(Found {
                    object,
                    name,
                    number,
                });
            }
        }
    }
    found
}

/// The integer that holds numbers of a kind, where these may name anything.
fn number(kind: &Kind) -> Option<Said> {
    let is_free = |bounds: &Bounds| bounds.listed.is_empty() && bounds.multiples.is_empty();
    match kind {
        Kind::Integer(bounds, format) if is_free(bounds) => {
            let number = of_bounds(bounds, format.as_deref())?;
            let is_said = format.is_some() || number == "u64";
            Some(is_said.then_some(number))
        }
        Kind::Text(text) => text.number.map(Some),
        _ => None,
    }
}

/// What the numbers of a root name, where the document calls it an id.
fn called_id<'n>(schemas: &Schemas, id: RootId, name: &'n str) -> Option<(&'n str, Said)> {
    let kind = &schemas.node(schemas.root(id).schema).kind;
    let of = name.strip_suffix("Id").filter(|of| !of.is_empty())?;
    let is_number = matches!(kind, Kind::Integer(..));
    let number = number(kind).filter(|_| is_number)?;
    Some((of, number))
}

/// What objects are called that have a number for an id.
struct Names {
    /// The objects that the document names.
    objects: BTreeMap<String, String>,
    /// What other objects may be called: after the member that holds them, or their operation.
    others: HashMap<SchemaId, String>,
    components: HashMap<SchemaId, String>,
    /// What members name that say no part.
    members: HashSet<String>,
}

impl Names {
    fn of(schemas: &Schemas, types: &BTreeMap<RootId, (TypeNo, String)>, found: &[Found]) -> Names {
        let mut names = Names {
            objects: BTreeMap::new(),
            others: held(schemas),
            components: HashMap::new(),
            members: HashSet::new(),
        };
        let stems = found
            .iter()
            .filter_map(|member| member.name.strip_suffix("_id"));
        let stems = stems.filter(|stem| !stem.split('_').any(is_role));
        names.members.extend(stems.map(str::to_owned));
        let with_id: HashSet<SchemaId> = found
            .iter()
            .filter(|member| member.name == "id")
            .map(|member| member.object)
            .collect();
        for (id, (_, name)) in types {
            let root = schemas.root(*id);
            let of = bare(plain(name));
            match root.origin {
                Origin::Component if with_id.contains(&root.schema) => {
                    names.objects.insert(snake(&of), of.clone());
                    names.components.insert(root.schema, of);
                }
                _ => {
                    names.others.insert(root.schema, of);
                }
            }
        }
        names
    }

    /// What a member names, if that can be told.
    fn named_by(&self, member: &Found) -> Option<String> {
        let Some(stem) = member.name.strip_suffix("_id") else {
            let own = self.components.get(&member.object).cloned();
            return own.or_else(|| self.known(&snake(self.others.get(&member.object)?)));
        };
        let is_kind = !is_role(stem.split('_').next().unwrap_or(stem));
        self.known(stem).or_else(|| is_kind.then(|| pascal(stem)))
    }

    /// What is called so, or so behind the part that it plays: `assigned_user` is a `User`.
    fn known(&self, name: &str) -> Option<String> {
        let known = |of: &str| {
            let named = self.members.contains(of).then(|| pascal(of));
            self.objects.get(of).cloned().or(named)
        };
        let words: Vec<&str> = name.split('_').collect();
        let roles = words.iter().take_while(|word| is_role(word)).count();
        known(name).or_else(|| known(&words[roles..].join("_")))
    }
}

fn is_role(word: &str) -> bool {
    let is_done = ["ed", "ing"].iter().any(|end| word.ends_with(end));
    is_done && word.len() > 4 || ROLES.contains(&word)
}

/// Objects without a name, by what the member that holds them is called.
fn held(schemas: &Schemas) -> HashMap<SchemaId, String> {
    let mut held = HashMap::new();
    for node in &schemas.nodes {
        let Kind::Object(object) = &node.kind else {
            continue;
        };
        for member in &object.members {
            match &schemas.node(member.schema).kind {
                Kind::Object(_) => held.insert(member.schema, pascal(&member.name)),
                Kind::List(items, ..) => held.insert(*items, pascal(&singular(&member.name))),
                _ => None,
            };
        }
    }
    held
}

/// A type's name without what says how much of the object is sent: `SimpleUser` and `UserDetails` are a `User`.
fn bare(name: &str) -> String {
    let snake = snake(name);
    let mut words: Vec<&str> = snake.split('_').collect();
    while words.len() > 1 && FORMS.contains(&words[0]) {
        words.remove(0);
    }
    while words.len() > 1 && words.last().is_some_and(|last| FORMS.contains(last)) {
        words.pop();
    }
    match words.len() == snake.split('_').count() {
        true => name.to_owned(),
        false => pascal(&words.join("_")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn how_much_is_sent_is_no_part_of_a_name() {
        for (name, of) in [
            ("SimpleUser", "User"),
            ("NullableSimpleUser", "User"),
            ("OAuthAppDetails", "OAuthApp"),
            ("OAuthApp", "OAuthApp"),
            ("Base", "Base"),
            ("FullBase", "Base"),
            ("BaseballTeam", "BaseballTeam"),
        ] {
            assert_eq!(bare(name), of, "{name}");
        }
    }

    #[test]
    fn roles_are_told_from_kinds() {
        for (word, is) in [
            ("parent", true),
            ("assigned", true),
            ("billing", true),
            ("bed", false),
            ("team", false),
            ("ring", false),
        ] {
            assert_eq!(is_role(word), is, "{word}");
        }
    }
}
