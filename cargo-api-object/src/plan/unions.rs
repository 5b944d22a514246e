//! Unions: what tells their variants apart, and how these are called.

mod order;
mod told;

use std::collections::HashMap;

use super::model::{Shape, Tag, Ty, TypeNo, UnionShape, UnionStyle, Variant};
use super::names::{Scope, pascal, snake, variant};
use super::planner::Planner;
use crate::document::Value;
use crate::schema::{Kind, Object, RootId, SchemaId, Union};

/// The deepest nesting of unions whose tags are looked at.
const DEPTH: usize = 8;

impl Planner<'_> {
    /// The type of the runtime that a union is: a word or a value, an id or its object.
    pub(super) fn special(&mut self, union: &Union, parent: TypeNo, member: &str) -> Option<Ty> {
        let [a, b] = *union.branches.as_slice() else {
            return None;
        };
        for (word, other) in [(a, b), (b, a)] {
            match (self.schemas.kind(word), self.schemas.kind(other)) {
                (Kind::Words(words), other_kind) if words.constant() == Some("auto") => {
                    if matches!(other_kind, Kind::Any(_) | Kind::Words(_) | Kind::Text(_)) {
                        return None;
                    }
                    let inner = self.plain(other, parent, member);
                    return Some(Ty::Auto(Box::new(inner)));
                }
                (Kind::Text(_) | Kind::Integer(..), Kind::Object(object)) => {
                    let Kind::Ref(root) = self.schemas.node(other).kind else {
                        return None;
                    };
                    let id = self.expanded_id(word, other, object)?;
                    let object = self.referred(root, member);
                    return Some(Ty::Expandable(Box::new(object), id));
                }
                _ => {}
            }
        }
        None
    }

    /// The id that may stand for an object: as its own it is a string, of a kind that may be known, or a number of a known kind.
    fn expanded_id(&self, id: SchemaId, of: SchemaId, object: &Object) -> Option<Option<usize>> {
        let member = object.member("id").filter(|member| member.required)?;
        let held = self.ids.of(self.schemas.behind(of), "id");
        match (self.schemas.kind(id), self.schemas.kind(member.schema)) {
            (Kind::Text(one), Kind::Text(other)) => {
                let is_text = one.number.is_none() && other.number.is_none();
                is_text.then_some(held.text)
            }
            (Kind::Integer(..), Kind::Integer(..)) => held.number.map(Some),
            _ => None,
        }
    }

    /// The union without a name in the document: one of the same types that another member of this name has is shared.
    pub(super) fn union_type(
        &mut self,
        schema: SchemaId,
        union: &Union,
        parent: TypeNo,
        member: &str,
    ) -> Ty {
        let root = |branch: &SchemaId| match self.schemas.node(*branch).kind {
            Kind::Ref(root) => Some(self.schemas.shared(root)),
            _ => None,
        };
        let roots: Option<Vec<RootId>> = union.branches.iter().map(root).collect();
        let Some(roots) = roots.filter(|_| !self.by_schema.contains_key(&schema)) else {
            return self.named_part(schema, parent, member);
        };
        let tag = union
            .discriminator
            .as_ref()
            .map(|found| found.member.clone());
        let key = (roots, tag, member.to_owned());
        let known = self.unions.get(&key).map(Vec::as_slice).unwrap_or_default();
        if let Some(known) = known.iter().find(|known| self.is_akin(**known, parent)) {
            return Ty::Named(*known);
        }
        let ty = self.named_part(schema, parent, member);
        if let Ty::Named(no) = ty {
            self.unions.entry(key).or_default().push(no);
        }
        ty
    }

    /// An enum of values.
    pub(super) fn union(&mut self, no: TypeNo, union: &Union) -> Shape {
        if let Some(ty) = self.special(union, no, "") {
            return Shape::Alias(ty);
        }
        if let Some(shape) = self.enveloped(no, union) {
            return shape;
        }
        let conditions = match self.tags_of(union, 0) {
            Some(_) => Some(HashMap::new()),
            None => self.conditions(union),
        };
        let style = match conditions {
            Some(_) => UnionStyle::Own,
            None => UnionStyle::Untagged,
        };
        let conditions = conditions.unwrap_or_default();
        let alone = self.asked_alone(union);
        let mut branches = union.branches.clone();
        if style == UnionStyle::Untagged {
            self.untold_receipts(union);
            self.order(&mut branches);
        }
        let mut found: Vec<(Ty, String, SchemaId)> = Vec::new();
        for branch in branches {
            self.unasked(branch, &alone);
            let word = self.tag(branch).map(|tag| tag.word);
            let hint = match (&word, conditions.get(&branch)) {
                (Some(word), Some((member, value))) => told::conditional(word, member, value),
                (Some(word), None) => word.clone(),
                (None, Some((member, value))) => told::conditional("", member, value),
                (None, None) => self.kind_name(branch),
            };
            let ty = self.plain(branch, no, &hint);
            if ty != Ty::Raw && !found.iter().any(|(known, ..)| *known == ty) {
                let name = match (&style, word) {
                    // Of variants with the same word the types' names tell more.
                    (UnionStyle::Own, Some(word)) if !conditions.contains_key(&branch) => {
                        variant(&word)
                    }
                    _ => self.variant_name(no, &ty, branch),
                };
                found.push((ty, name, branch));
            }
        }
        if found.is_empty() {
            return Shape::Alias(Ty::Raw);
        }
        if let ([(ty, ..)], UnionStyle::Untagged) = (found.as_slice(), &style)
            && union.branches.len() == 1
        {
            return Shape::Alias(ty.clone());
        }
        self.shape(no, style, found, conditions)
    }

    fn shape(
        &self,
        no: TypeNo,
        style: UnionStyle,
        found: Vec<(Ty, String, SchemaId)>,
        mut conditions: HashMap<SchemaId, (String, Value)>,
    ) -> Shape {
        let mut scope = Scope::default();
        let names: Vec<String> = found.iter().map(|(_, name, _)| name.clone()).collect();
        let names = match style {
            UnionStyle::Own => without_name(names, &self.plan.types[no.0].name),
            _ => without_common(names, &style),
        };
        let variants: Vec<Variant> = found
            .into_iter()
            .zip(names)
            .map(|((ty, _, branch), name)| Variant {
                ident: scope.claim(&name),
                ty: Some(ty),
                docs: self.branch_docs(branch),
                word: None,
                when: conditions.remove(&branch),
            })
            .collect();
        let unknown = if scope.is_given("Other") {
            "Unknown"
        } else {
            "Other"
        };
        Shape::Union(UnionShape {
            style,
            variants,
            unknown: scope.claim(unknown),
        })
    }

    fn branch_docs(&self, branch: SchemaId) -> String {
        let docs = &self.schemas.node(branch).docs;
        let docs = match docs.is_empty() {
            true => &self.schemas.node(self.schemas.behind(branch)).docs,
            false => docs,
        };
        docs.split("\n\n").next().unwrap_or_default().to_owned()
    }

    /// The tags of all branches, where each has one and all differ.
    pub(super) fn tags_of(&self, union: &Union, depth: usize) -> Option<Vec<Tag>> {
        if depth > DEPTH {
            return None;
        }
        let mut tags: Vec<Tag> = Vec::new();
        for branch in &union.branches {
            let found = match self.schemas.kind(*branch) {
                Kind::Object(object) if self.is_page(object) || self.deleted(object).is_some() => {
                    return None;
                }
                Kind::Object(object) => {
                    let is_told = |tag: &Tag| !tag.optional || is_named(union, object, tag);
                    vec![self.tag(*branch).filter(is_told)?]
                }
                Kind::Union(inner) => self.tags_of(inner, depth + 1)?,
                _ => return None,
            };
            tags.extend(found);
        }
        let words = |tag: &Tag| {
            let all = std::iter::once(&tag.word).chain(&tag.former);
            all.map(|word| (tag.key.clone(), word.clone()))
                .collect::<Vec<_>>()
        };
        let mut all: Vec<_> = tags.iter().flat_map(words).collect();
        let count = all.len();
        all.sort();
        all.dedup();
        (all.len() == count).then_some(tags)
    }

    /// Notes the rules that a branch has, and that the union does not ask.
    fn unasked(&mut self, branch: SchemaId, alone: &[(SchemaId, Ty)]) {
        let is_alone = alone.iter().any(|(known, _)| *known == branch);
        if !is_alone && self.asks(branch) {
            self.note(
                branch,
                "what this branch of a union asks of its values is not asked",
                false,
            );
        }
    }

    /// Whether anything is asked of values of a schema, where no type with fields asks it.
    pub(super) fn asks(&self, schema: SchemaId) -> bool {
        let schema = self.schemas.behind(schema);
        match &self.schemas.node(schema).kind {
            Kind::Text(asked) => asked.asks(),
            Kind::Integer(asked, _) | Kind::Number(asked) => *asked != Default::default(),
            Kind::Bool(only) => only.is_some(),
            Kind::List(items, len, unique) => {
                *len != Default::default() || *unique || self.asks(*items)
            }
            Kind::Map(values, len) => *len != Default::default() || self.asks(*values),
            _ => false,
        }
    }

    /// What a branch without a name is called.
    fn kind_name(&self, branch: SchemaId) -> String {
        let name = match self.schemas.kind(branch) {
            Kind::Any(_) => "Any",
            Kind::Ref(_) => "Reference",
            Kind::Bool(_) => "Boolean",
            Kind::Integer(..) => "Integer",
            Kind::Number(_) => "Number",
            Kind::Text(text) if text.number.is_some() => "Quoted",
            Kind::Text(_) => "Text",
            Kind::Words(_) => "Word",
            Kind::Object(_) => "Object",
            Kind::Map(..) => "Map",
            Kind::List(items, ..) => match self.schemas.kind(*items) {
                Kind::Text(_) => "Texts",
                Kind::Integer(..) => "Integers",
                Kind::Number(_) => "Numbers",
                Kind::List(..) => "Lists",
                _ => "List",
            },
            Kind::Union(_) => "Union",
        };
        name.to_owned()
    }

    /// What a variant is called that has no word: as its type, without the name of the union.
    fn variant_name(&self, no: TypeNo, ty: &Ty, branch: SchemaId) -> String {
        let Ty::Named(held) = ty else {
            return self.kind_name(branch);
        };
        let (union, held) = (&self.plan.types[no.0].name, &self.plan.types[held.0].name);
        match held.strip_prefix(union.as_str()) {
            Some(rest) if rest.starts_with(|c: char| c.is_ascii_uppercase()) => rest.to_owned(),
            _ => held.clone(),
        }
    }
}

/// Whether the document says that this tag tells the branches apart, so that it is there although nothing requires it. What
/// samples lack tells nothing.
fn is_named(union: &Union, object: &Object, tag: &Tag) -> bool {
    let discriminator = union.discriminator.as_ref();
    discriminator.is_some_and(|found| found.member == tag.key)
        && object
            .member(&tag.key)
            .is_some_and(|member| member.because.is_empty())
}

/// Names without the words that the union's name begins with, where half of them or more begin so.
fn without_name(names: Vec<String>, union: &str) -> Vec<String> {
    let words: Vec<String> = snake(union).split('_').map(str::to_owned).collect();
    let begun = (1..words.len())
        .rev()
        .map(|count| pascal(&words[..count].join("_")))
        .find(|begin| {
            let rests = names.iter().filter(|name| rest(name, begin).is_some());
            rests.count() * 2 >= names.len().max(4)
        });
    let Some(begin) = begun else {
        return names;
    };
    let short: Vec<String> = names
        .iter()
        .map(|name| rest(name, &begin).unwrap_or(name).to_owned())
        .collect();
    let is_unique = |name: &String| short.iter().filter(|other| *other == name).count() == 1;
    match short.iter().all(is_unique) {
        true => short,
        false => names,
    }
}

/// What is left of a name behind its first words.
fn rest<'n>(name: &'n str, begin: &str) -> Option<&'n str> {
    let rest = name.strip_prefix(begin)?;
    rest.starts_with(|c: char| c.is_ascii_uppercase())
        .then_some(rest)
}

/// Names without the words that all of them begin or end with.
fn without_common(names: Vec<String>, style: &UnionStyle) -> Vec<String> {
    if names.len() < 2 || *style == UnionStyle::Own {
        return names;
    }
    let split: Vec<Vec<String>> = names
        .iter()
        .map(|name| snake(name).split('_').map(str::to_owned).collect())
        .collect();
    let shortest = split.iter().map(Vec::len).min().unwrap_or(0);
    let alike =
        |at: &dyn Fn(&Vec<String>) -> String| split.iter().all(|words| at(words) == at(&split[0]));
    let mut front = 0;
    while front + 1 < shortest && alike(&|words| words[front].clone()) {
        front += 1;
    }
    let mut back = 0;
    while front + back + 1 < shortest && alike(&|words| words[words.len() - 1 - back].clone()) {
        back += 1;
    }
    if front + back == 0 {
        return names;
    }
    let kept = split
        .iter()
        .map(|words| pascal(&words[front..words.len() - back].join("_")));
    kept.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn variants_do_not_repeat_the_name_of_their_union() {
        let short = |names: &[&str], union: &str| {
            without_name(names.iter().map(|name| (*name).to_owned()).collect(), union)
        };
        assert_eq!(
            short(
                &["ResponseCreated", "ResponseFailed", "Error"],
                "ResponseStreamEvent"
            ),
            ["Created", "Failed", "Error"]
        );
        assert_eq!(
            short(
                &["AnswerA1", "AnswerPartB", "AnswerPartC"],
                "AnswerPartEvent"
            ),
            ["AnswerA1", "B", "C"]
        );
        for (names, union) in [
            (&["JobDone", "JobError", "Error"][..], "JobEvent"),
            (&["ToolCall", "Text", "Image"][..], "ToolOutput"),
            (&["ToolSearch", "ToolCode"][..], "Tool"),
            (&["Responses", "ResponsesNew"][..], "ResponseEvent"),
        ] {
            assert_eq!(short(names, union), names);
        }
    }
}
