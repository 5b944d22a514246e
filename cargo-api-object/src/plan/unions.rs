//! Unions: what tells their variants apart, and how these are called.

mod apart;
mod docs;
mod names;
mod order;
mod told;
mod words;

use std::collections::HashMap;

use super::model::{Shape, Tag, Ty, TypeNo, UnionShape, UnionStyle, Variant};
use super::names::{Scope, variant};
use super::planner::Planner;
use crate::schema::{Kind, Object, RootId, SchemaId, Union};
use names::{common_end, without_common, without_name};
use told::Told;

/// The deepest nesting of unions whose tags are looked at.
const DEPTH: usize = 8;

impl<'s> Planner<'s> {
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
    pub(super) fn union(&mut self, no: TypeNo, union: &'s Union) -> Shape {
        if let Some(ty) = self.special(union, no, "") {
            return Shape::Alias(ty);
        }
        if let Some(shape) = self.enveloped(no, union) {
            return shape;
        }
        let conditions = self.conditions(union);
        self.unrequired(no, union, conditions.is_some());
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
        let apart = self.told_apart(&branches, &conditions);
        for branch in branches {
            self.unasked(branch, &alone);
            let word = self.tag(branch).map(|tag| tag.word);
            let hint = match apart.get(&branch) {
                Some(name) if word.is_none() => name.clone(),
                _ => self.hint(branch, word.as_deref(), conditions.get(&branch)),
            };
            let ty = self.plain(branch, no, &hint);
            let ty = match self.has_one_list(no, union) {
                true => self.as_items(branch, ty),
                false => ty,
            };
            // Behind what takes anything nothing is left.
            let is_taken = |known: &Ty, other| *known == ty || self.takes_all(other);
            if !found
                .iter()
                .any(|(known, _, other)| is_taken(known, *other))
            {
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
        if let ([(ty, _, branch)], UnionStyle::Untagged) = (found.as_slice(), &style)
            && (union.branches.len() == 1 || self.takes_all(*branch))
        {
            return Shape::Alias(ty.clone());
        }
        self.shape(no, style, found, conditions)
    }

    /// What the type of a branch is called after its place: its word, what else tells it from others, or its kind.
    fn hint(&self, branch: SchemaId, word: Option<&str>, told: Option<&Told>) -> String {
        match (word, told) {
            (Some(word), Some((member, values))) => told::conditional(word, member, values),
            (Some(word), None) => word.to_owned(),
            (None, Some((member, values))) => variant(&told::conditional("", member, values)),
            (None, None) => self.kind_name(branch),
        }
    }

    /// Whether a union is a body that comes from others, of whose branches one is a list: whatever list comes is that.
    fn has_one_list(&self, no: TypeNo, union: &Union) -> bool {
        let root = self.plan.types[no.0].root;
        let lists = union
            .branches
            .iter()
            .filter(|branch| matches!(self.schemas.kind(**branch), Kind::List(..)));
        lists.count() == 1 && root.is_some_and(|root| self.is_received(root))
    }

    fn shape(
        &self,
        no: TypeNo,
        style: UnionStyle,
        found: Vec<(Ty, String, SchemaId)>,
        mut conditions: HashMap<SchemaId, Told>,
    ) -> Shape {
        let mut scope = Scope::default();
        let names = self.names_of(&found, &conditions);
        let names = match style {
            UnionStyle::Own => without_name(names, &self.plan.types[no.0].name),
            _ => without_common(names, &style),
        };
        let takes_all = found
            .last()
            .is_some_and(|(.., branch)| self.takes_all(*branch));
        let variants: Vec<Variant> = found
            .into_iter()
            .zip(names)
            .map(|((ty, _, branch), name)| Variant {
                docs: self.variant_docs(branch, &name),
                ident: scope.claim(&name),
                ty: Some(ty),
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
            unknown: (!takes_all).then(|| scope.claim(unknown)),
        })
    }

    /// Whether a branch takes whatever comes.
    fn takes_all(&self, branch: SchemaId) -> bool {
        matches!(self.schemas.kind(branch), Kind::Any(_))
    }

    /// The names of variants; those that are called as their types lack what all of these end with, where others have words.
    fn names_of(
        &self,
        found: &[(Ty, String, SchemaId)],
        conditions: &HashMap<SchemaId, Told>,
    ) -> Vec<String> {
        let full = found.iter().map(|(ty, name, branch)| match ty.named() {
            Some(no) if !conditions.contains_key(branch) => self.plan.types[no.0].name.as_str(),
            _ => name.as_str(),
        });
        let full: Vec<&str> = full.collect();
        let is_mixed = conditions.len() == found.len()
            || conditions.values().any(|(_, values)| values.len() > 1);
        // Parts are called after what they are.
        let is_root = |no: TypeNo| self.plan.types[no.0].root.is_some();
        let are_roots = found.iter().all(|(ty, ..)| ty.named().is_some_and(is_root));
        let end = if is_mixed && are_roots {
            common_end(&full)
        } else {
            0
        };
        let name = |(ty, name, branch): &(Ty, String, SchemaId)| {
            let is_typed = ty.named().is_some() && conditions.contains_key(branch);
            let short = name
                .len()
                .checked_sub(end)
                .filter(|length| is_typed && *length > 0);
            short
                .map_or(name.as_str(), |length| &name[..length])
                .to_owned()
        };
        found.iter().map(name).collect()
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
                    let is_told = |tag: &Tag| {
                        let is_required = union.required.contains(&tag.key);
                        !tag.optional || is_required || is_named(union, object, tag)
                    };
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

    /// Notes what a union requires, and its branches do not by themselves, save the member that tells them apart.
    fn unrequired(&mut self, no: TypeNo, union: &Union, is_told: bool) {
        let schemas = self.schemas;
        let tags = union.branches.iter().filter_map(|branch| self.tag(*branch));
        let tags: Vec<String> = tags.map(|tag| tag.key).filter(|_| is_told).collect();
        let is_lacking = |branch: &SchemaId, name: &String| match schemas.kind(*branch) {
            Kind::Object(object) => object.member(name).is_none_or(|member| !member.required),
            _ => false,
        };
        for name in union.required.iter().filter(|name| !tags.contains(name)) {
            if union.branches.iter().any(|branch| is_lacking(branch, name)) {
                let what = format!(
                    "`{name}` is required beside this union, and not of each branch by itself; that it is there is not asked"
                );
                let place = self.plan.types[no.0].place.clone();
                self.plan.notes.push((place, what, false));
            }
        }
    }

    /// Notes the rules that a branch has, and that the union does not ask.
    fn unasked(&mut self, branch: SchemaId, alone: &[(SchemaId, Ty)]) {
        let is_alone = alone.iter().any(|(known, _)| *known == branch);
        if !is_alone && self.asks(branch) {
            self.carried.insert(self.schemas.behind(branch));
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
