//! Unions whose values stand beside a tag: under its word, or under one name; and tags that two variants share.

use std::collections::HashMap;

use super::super::model::{Shape, Tag, Ty, TypeNo, UnionShape, UnionStyle, Variant};
use super::super::names::{Scope, snake, variant};
use super::super::objects::USUAL_TAGS;
use super::super::planner::Planner;
use super::names::without_common;
use crate::document::Value;
use crate::schema::{Additional, Asked, Kind, Member, Object, SchemaId, Union};

/// A member, and the values of which it has one.
pub(super) type Told = (String, Vec<Value>);

/// Members that hold what an envelope is about.
const CONTENTS: &[&str] = &[
    "data", "payload", "content", "value", "body", "params", "args", "details", "object", "result",
];

/// A branch that is a tag and at most one value.
struct Branch<'s> {
    schema: SchemaId,
    word: String,
    value: Option<&'s Member>,
}

/// How the tag with this key and the values stand beside each other, if they do so in one of the ways that the derive has.
fn enveloping(key: String, branches: &[Branch<'_>]) -> Option<UnionStyle> {
    let name = |branch: &Branch<'_>| branch.value.map(|value| value.name.clone());
    let holds_any = branches.iter().any(|branch| branch.value.is_some());
    let is_keyed = |branch: &Branch<'_>| name(branch).is_none_or(|name| name == branch.word);
    if holds_any && branches.iter().all(is_keyed) {
        return Some(UnionStyle::Keyed(key));
    }
    let content = name(branches.first()?)?;
    let is_same = |branch: &Branch<'_>| name(branch).as_ref() == Some(&content);
    let is_content = CONTENTS.contains(&content.as_str()) && branches.iter().all(is_same);
    is_content.then_some(UnionStyle::Content(key, content))
}

impl<'s> Planner<'s> {
    /// The union that has its tag beside its values, where all branches are made so and no more is asked of them.
    pub(super) fn enveloped(&mut self, no: TypeNo, union: &Union) -> Option<Shape> {
        let (key, branches) = self.envelopes(union)?;
        let style = enveloping(key, &branches)?;
        let mut held = Vec::new();
        for branch in &branches {
            held.push(branch.value.map(|value| self.beside(no, branch, value)));
        }
        let idents: Vec<String> = branches
            .iter()
            .map(|branch| variant(&branch.word))
            .collect();
        // Names that are none of the words anyhow are told by what differs in them.
        let is_renamed = branches
            .iter()
            .zip(&idents)
            .all(|(branch, ident)| snake(ident) != branch.word);
        let idents = match is_renamed {
            true => without_common(idents, &UnionStyle::Untagged),
            false => idents,
        };
        let mut scope = Scope::default();
        let variants = branches
            .iter()
            .zip(idents)
            .zip(held)
            .map(|((branch, ident), ty)| Variant {
                ident: scope.claim(&ident),
                ty,
                docs: self.envelope_docs(branch),
                word: Some(branch.word.clone()),
                when: None,
            });
        let variants = variants.collect();
        let unknown = if scope.is_given("Other") {
            "Unknown"
        } else {
            "Other"
        };
        Some(Shape::Union(UnionShape {
            style,
            variants,
            unknown: Some(scope.claim(unknown)),
        }))
    }

    /// The key of the tag that all branches have, and the branches, if they have no more than a value beside it.
    fn envelopes(&self, union: &Union) -> Option<(String, Vec<Branch<'s>>)> {
        let schemas = self.schemas;
        let mut key: Option<String> = None;
        let mut branches: Vec<Branch<'s>> = Vec::new();
        for schema in &union.branches {
            let Kind::Object(object) = schemas.kind(*schema) else {
                return None;
            };
            if self.is_page(object) || self.deleted(object).is_some() {
                return None;
            }
            // What is beside a value is not expected.
            if object.additional != Additional::Free {
                return None;
            }
            let Tag { key: own, word, .. } = self
                .tag(*schema)
                .filter(|tag| !tag.optional && tag.former.is_empty())?;
            let is_new = branches.iter().all(|known| known.word != word);
            if key.as_ref().is_some_and(|key| *key != own) || !is_new || word == own {
                return None;
            }
            let mut values = object.members.iter().filter(|member| member.name != own);
            let value = values.next();
            if values.next().is_some() || value.is_some_and(|value| !self.is_plain(value)) {
                return None;
            }
            key = Some(own);
            branches.push(Branch {
                schema: *schema,
                word,
                value,
            });
        }
        Some((key?, branches))
    }

    /// Whether a variant has a place for all that the document says of a member.
    fn is_plain(&self, member: &Member) -> bool {
        let node = self.schemas.node(member.schema);
        !node.deprecated
            && !node.read_only
            && !node.write_only
            && node.hints.is_none()
            && node.default.is_none()
            && member.because.is_empty()
            && !self.asks(member.schema)
    }

    /// The type of a value beside its tag.
    fn beside(&mut self, no: TypeNo, branch: &Branch<'_>, value: &Member) -> Ty {
        let object = self.schemas.behind(branch.schema);
        // What has a name of its own names its part as its declaration does.
        let parent = self.by_schema.get(&object).copied();
        let mut ty = match parent {
            Some(parent) => self.plain(value.schema, parent, &value.name),
            None => self.plain(value.schema, no, &branch.word),
        };
        ty = super::super::objects::with_id(ty, self.ids.of(object, &value.name));
        let may_lack = !value.required || self.schemas.nullable(value.schema);
        match may_lack && ty != Ty::Raw {
            true => Ty::Option(Box::new(ty)),
            false => ty,
        }
    }

    fn envelope_docs(&self, branch: &Branch<'_>) -> String {
        let docs = self.branch_docs(branch.schema);
        match (docs.is_empty(), branch.value) {
            (true, Some(value)) => self.branch_docs(value.schema),
            _ => docs,
        }
    }

    /// What tells branches apart beside their tags: nothing, where these do, else values of one member.
    pub(super) fn conditions(&mut self, union: &'s Union) -> Option<HashMap<SchemaId, Told>> {
        if self.tags_of(union, 0).is_some() {
            return Some(HashMap::new());
        }
        if let Some(found) = self.told_by_values(union) {
            return Some(found);
        }
        if let Some(telling) = self.told_by_words(union) {
            self.note_lacking(&telling);
            return Some(self.conditions_of(&telling));
        }
        self.told_beside(union)
    }

    /// What tells branches apart that have the same tag: a further constant, which all of them but one have.
    fn told_beside(&self, union: &Union) -> Option<HashMap<SchemaId, Told>> {
        let mut groups: HashMap<(String, String), Vec<(SchemaId, &Object)>> = HashMap::new();
        let mut found = HashMap::new();
        for branch in &union.branches {
            let Kind::Object(object) = self.schemas.kind(*branch) else {
                return None;
            };
            if self.is_page(object) {
                return None;
            }
            let tag = self
                .tag(*branch)
                .filter(|tag| !tag.optional && tag.former.is_empty());
            match tag {
                Some(tag) if self.deleted(object).is_none() => {
                    let group = groups.entry((tag.key, tag.word)).or_default();
                    group.push((*branch, object));
                }
                _ if self.is_told_as_receipt(union, *branch, object) => {
                    let condition = ("deleted".to_owned(), vec![Value::Bool(true)]);
                    found.insert(*branch, condition);
                }
                _ => return None,
            }
        }
        for ((key, _), alike) in groups.iter().filter(|(_, alike)| alike.len() > 1) {
            let names = alike.iter().flat_map(|(_, object)| &object.members);
            let told = names
                .map(|member| &member.name)
                .filter(|name| *name != key)
                .find_map(|name| self.told_by(alike, name))?;
            found.extend(told);
        }
        Some(found)
    }

    /// The values of one member that all branches have, where each is a constant that is no word, and so no tag: a number or a
    /// boolean. The member is the one that the document names, or one of the usual names, or the first.
    fn told_by_values(&self, union: &Union) -> Option<HashMap<SchemaId, Told>> {
        let mut objects = Vec::new();
        for branch in &union.branches {
            let Kind::Object(object) = self.schemas.kind(*branch) else {
                return None;
            };
            if self.is_page(object) || self.deleted(object).is_some() || self.tag(*branch).is_some()
            {
                return None;
            }
            objects.push((*branch, object));
        }
        let (_, first) = objects.first()?;
        let named = union.discriminator.iter().map(|found| &found.member);
        let is_usual = |name: &&String| USUAL_TAGS.contains(&name.as_str());
        let names = || first.members.iter().map(|member| &member.name);
        let mut names = named.chain(names().filter(is_usual)).chain(names());
        names.find_map(|name| {
            let told = self.told_by(&objects, name)?;
            (told.len() == objects.len()).then(|| told.into_iter().collect())
        })
    }

    /// Whether `deleted`, which is always true here, tells a receipt of a deletion from all else: no other branch has such a
    /// member, or it is the receipt of another type, which its word tells.
    fn is_told_as_receipt(&self, union: &Union, branch: SchemaId, object: &Object) -> bool {
        let of = self.deleted(object);
        let is_told = |other: &SchemaId| match self.schemas.kind(*other) {
            Kind::Object(other) => {
                let other_of = self.deleted(other);
                !self.may_be_deleted(other) || of.is_some() && other_of.is_some() && of != other_of
            }
            _ => false,
        };
        let mut others = union.branches.iter().filter(|other| **other != branch);
        let member = object.member("deleted").filter(|member| {
            member.required
                && !self.schemas.nullable(member.schema)
                && matches!(self.schemas.kind(member.schema), Kind::Bool(Some(true)))
        });
        member.is_some() && others.all(is_told)
    }

    /// Whether an object has a flag `deleted` that is not always false.
    pub(in crate::plan) fn may_be_deleted(&self, object: &Object) -> bool {
        let flag = object.member("deleted");
        flag.is_some_and(|flag| !matches!(self.schemas.kind(flag.schema), Kind::Bool(Some(false))))
    }

    /// Notes the receipts of a union that what fits tells apart, since `deleted` may be false as well, or true of another.
    pub(super) fn untold_receipts(&mut self, union: &Union) {
        let schemas = self.schemas;
        let is_object = |branch: &&SchemaId| matches!(schemas.kind(**branch), Kind::Object(_));
        if union.branches.iter().filter(is_object).count() < 2 {
            return;
        }
        for branch in &union.branches {
            let Kind::Object(object) = schemas.kind(*branch) else {
                continue;
            };
            let flag = object.member("deleted").filter(|member| member.required);
            let why = match flag.map(|member| schemas.kind(member.schema)) {
                Some(Kind::Bool(None)) => "may be false here",
                Some(Kind::Bool(Some(true))) if self.others_may_be_deleted(union, *branch) => {
                    "may be true of another branch"
                }
                _ => continue,
            };
            let what = format!(
                "this receipt of a deletion is told by what fits and not by `deleted`, which {why}"
            );
            self.note(*branch, what, false);
        }
    }

    fn others_may_be_deleted(&self, union: &Union, branch: SchemaId) -> bool {
        let mut others = union.branches.iter().filter(|other| **other != branch);
        others.any(|other| match self.schemas.kind(*other) {
            Kind::Object(object) => {
                let flag = object.member("deleted");
                let kind = flag.map(|flag| self.schemas.kind(flag.schema));
                matches!(kind, Some(Kind::Bool(None)))
            }
            _ => false,
        })
    }

    /// The values of a member, where at most one of these objects has no constant there and all differ.
    fn told_by(&self, alike: &[(SchemaId, &Object)], name: &str) -> Option<Vec<(SchemaId, Told)>> {
        let mut told: Vec<(SchemaId, Told)> = Vec::new();
        let mut others = 0;
        let mut others_have = None;
        for (branch, object) in alike {
            let member = object.member(name);
            let constant = member
                .filter(|member| member.required && !self.schemas.nullable(member.schema))
                .and_then(|member| self.constant(member.schema));
            match constant {
                Some(value) if told.iter().any(|(_, (_, known))| known.contains(&value)) => {
                    return None;
                }
                Some(value) => told.push((*branch, (name.to_owned(), vec![value]))),
                None => {
                    // One that may be absent is never another value than this.
                    others_have = member.and_then(|member| self.constant(member.schema));
                    if member.is_some() && others_have.is_none() {
                        return None;
                    }
                    others += 1;
                }
            }
        }
        // Where the member may have that value, too, the condition would take what is another's.
        let takes = |(_, (_, values)): &(SchemaId, Told)| {
            others_have
                .as_ref()
                .is_some_and(|value| values.contains(value))
        };
        (others <= 1 && !told.is_empty() && !told.iter().any(takes)).then_some(told)
    }

    fn is_broken(&self, schema: SchemaId, asked: &Asked) -> bool {
        let schema = self.schemas.behind(schema);
        self.schemas.node(schema).broken.contains(asked)
    }

    /// The only value that a schema allows, if a condition can name it.
    fn constant(&self, schema: SchemaId) -> Option<Value> {
        match self.schemas.kind(schema) {
            Kind::Words(words) => Some(Value::from(
                words.constant().filter(|_| words.former.is_empty())?,
            )),
            Kind::Bool(only) => only.map(Value::Bool),
            // One that samples do not keep to tells nothing.
            Kind::Integer(asked, _) => match asked.listed.as_slice() {
                [one] if !self.is_broken(schema, &Asked::Listed) => i64::try_from(one.as_whole()?)
                    .ok()
                    .map(|_| Value::Number(*one)),
                _ => None,
            },
            _ => None,
        }
    }
}

/// What the part is called that a condition tells from others with the same word.
pub(super) fn conditional(word: &str, member: &str, values: &[Value]) -> String {
    let told = match values.first() {
        Some(Value::Bool(true)) | None => member.to_owned(),
        Some(Value::Bool(false)) => format!("not {member}"),
        Some(Value::String(value)) => value.clone(),
        Some(value) => format!("{member} {value}"),
    };
    format!("{word} {told}").trim().to_owned()
}
