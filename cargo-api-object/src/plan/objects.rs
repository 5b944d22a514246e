//! Structs: the tag, the fields, what may be absent.

mod defaults;
mod hints;

use super::casing;
use super::ids::Held;
use super::model::{Field, Hints, ObjectShape, Plan, Presence, Shape, Tag, Ty, TypeNo};
use super::names::{Scope, fields};
use super::planner::Planner;
use super::rules::{Rules, because};
use crate::document::Value;
use crate::evidence::is_asked;
use crate::schema::{Additional, Kind, Member, Object, SchemaId};

/// What members are called whose constant says which object this is.
pub(super) const USUAL_TAGS: &[&str] = &["object", "type", "kind", "event"];

impl Planner<'_> {
    pub(super) fn object(&mut self, no: TypeNo, schema: SchemaId, object: &Object) -> Shape {
        if let Some(ty) = self.receipt(object) {
            return Shape::Alias(ty);
        }
        if let Some(ty) = self.page(object, no) {
            return Shape::Alias(ty);
        }
        let tag = self.tag(schema);
        let is_update = self.plan.types[no.0]
            .root
            .is_some_and(|root| self.schemas.root(root).direction.update);
        let mut scope = Scope::default();
        let is_tag = |member: &Member| tag.as_ref().is_some_and(|tag| tag.key == member.name);
        let members: Vec<&Member> = object.members.iter().filter(|one| !is_tag(one)).collect();
        let names: Vec<&str> = members.iter().map(|one| one.name.as_str()).collect();
        let idents = fields(&mut scope, &names);
        let fields = members.into_iter().zip(idents);
        let mut fields: Vec<Field> = fields
            .map(|(member, ident)| self.field(no, schema, member, ident, is_update))
            .collect();
        self.judge(schema, &mut fields);
        let view = fields
            .iter()
            .any(|field| !field.hints.status.is_empty())
            .then(|| {
                let name = format!("{}State", self.plan.types[no.0].name);
                let is_free = !scope.is_given("state") && !self.scope.is_given(&name);
                is_free.then(|| self.scope.claim(&name))
            });
        let extra = if scope.is_given("extra") {
            "undeclared"
        } else {
            "extra"
        };
        let names = fields
            .iter()
            .map(|field| (field.ident.as_str(), field.wire.as_str()));
        Shape::Object(ObjectShape {
            tag,
            casing: casing::common(names),
            fields,
            extra: scope.claim(extra),
            expected: self.expected(object),
            is_default: false,
            view: view.flatten(),
        })
    }

    /// What is said of members that the document expects and does not name.
    fn expected(&self, object: &Object) -> Option<String> {
        match object.additional {
            Additional::Free => None,
            Additional::Named => Some(String::new()),
            Additional::Typed(values) => Some(self.branch_docs(values)),
        }
    }

    fn field(
        &mut self,
        no: TypeNo,
        object: SchemaId,
        member: &Member,
        ident: String,
        is_update: bool,
    ) -> Field {
        let schemas = self.schemas;
        let node = schemas.node(member.schema);
        let mut hints = self.hints(member.schema);
        let new = member.null_like.iter();
        let new: Vec<Value> = new
            .filter(|v| !hints.null_like.contains(v))
            .cloned()
            .collect();
        hints.null_like.extend(new);
        let mut ty = match hints.status.is_empty() {
            true => self.plain(member.schema, no, &member.name),
            false => self.status(member.schema, no, &member.name, &mut hints),
        };
        ty = with_id(ty, self.ids.of(object, &member.name));
        let is_sent = self.plan.types[no.0].is_sent;
        if (member.name == "data" && !is_sent) || self.is_envelope(no, object) {
            ty = self.as_items(member.schema, ty);
        }
        if hints.flags.contains(&"secret") && ty == Ty::Text {
            ty = Ty::Secret;
        }
        let (required, one_sided) = self.required(no, member);
        let nullable = schemas.nullable(member.schema);
        let presence = presence(required, nullable, is_update, &ty);
        let Rules { rules, noted } = self.rules(member.schema, &ty);
        let docs = self.member_docs(member, &ty);
        let reasons = member.because.iter().cloned().chain(one_sided);
        Field {
            ident,
            wire: member.name.clone(),
            docs,
            because: reasons.chain(because(&noted)).collect(),
            ty,
            presence,
            rules,
            noted,
            deprecated: node.deprecated,
            hints,
        }
    }

    /// Whether a member is always there: what only one side sends is not, in an object that both send.
    fn required(&self, no: TypeNo, member: &Member) -> (bool, Option<String>) {
        let node = self.schemas.node(member.schema);
        let mut root = no;
        while let Some(parent) = self.plan.types[root.0].parent {
            root = parent;
        }
        let root = self.plan.types[root.0].root;
        let direction = root.map(|root| self.schemas.root(root).direction);
        // Who only answers, or only asks, need not be told who sends it.
        let direction = direction.unwrap_or_default();
        let only = match (node.read_only, node.write_only) {
            (true, false) if direction.request || !direction.response => "Only in answers",
            (false, true) if direction.response || !direction.request => "Only in requests",
            _ => return (member.required, None),
        };
        match member.required {
            true => (false, Some(format!("{only}, and required there."))),
            false => (false, Some(format!("{only}."))),
        }
    }

    /// The prose of a member, or else the first words of what it refers to, and its default.
    fn member_docs(&mut self, member: &Member, ty: &Ty) -> String {
        let schemas = self.schemas;
        let mut docs = schemas.node(member.schema).docs.clone();
        if docs.is_empty() {
            let behind = schemas.node(schemas.behind(member.schema));
            docs = behind
                .docs
                .split("\n\n")
                .next()
                .unwrap_or_default()
                .to_owned();
        }
        let default = self.default(member, ty);
        if let Some(default) = default.filter(|default| !defaults::says(&docs, default)) {
            let gap = if docs.is_empty() { "" } else { "\n\n" };
            let mark = if default.contains('`') { "``" } else { "`" };
            docs = format!("{docs}{gap}Default: {mark}{default}{mark}.");
        }
        docs
    }

    /// The enum that a table of statuses makes; one with a name in the document has no room for a table.
    fn status(&mut self, schema: SchemaId, no: TypeNo, member: &str, hints: &mut Hints) -> Ty {
        if !matches!(
            self.schemas.node(schema).kind,
            Kind::Words(_) | Kind::Text(_)
        ) {
            self.note(
                schema,
                "a table of statuses stands beside words of its own; it is left out",
                false,
            );
            hints.status.clear();
            return self.plain(schema, no, member);
        }
        let name = self.part_name(no, member);
        self.made(schema, no, &name)
    }

    /// The default that the document names, if it is short and of the member's type.
    fn default(&mut self, member: &Member, ty: &Ty) -> Option<String> {
        let default = self.schemas.node(member.schema).default.as_ref()?;
        let fits = match (ty, default) {
            (Ty::Bool, Value::Bool(_)) | (Ty::Text, Value::String(_)) => true,
            (Ty::Float, Value::Number(_)) => true,
            (Ty::Id(id), Value::String(_)) => self.ids.types[*id].number.is_none(),
            (Ty::Id(id), Value::Number(_)) if self.ids.types[*id].number.is_none() => false,
            (Ty::Integer(_) | Ty::Moment | Ty::Id(_) | Ty::Quoted(_), Value::Number(number)) => {
                number.as_whole().is_some()
            }
            (Ty::Quoted(_), Value::String(text)) => text.parse::<i128>().is_ok(),
            (Ty::List(_) | Ty::Items(_), Value::List(_)) | (Ty::Map(_), Value::Map(_)) => true,
            (Ty::Named(_) | Ty::Auto(_) | Ty::Raw | Ty::Page(_) | Ty::Expandable(..), _) => true,
            (_, Value::Null) => return None,
            _ => false,
        };
        if !fits {
            let what = format!(
                "the default is {}, which is not of the member's type",
                default.kind()
            );
            self.note(member.schema, what, false);
            return None;
        }
        let kind = self.schemas.kind(member.schema);
        let is_word = match (kind, default) {
            (Kind::Words(words), Value::String(word)) => words.open || words.words.contains(word),
            _ => true,
        };
        if !is_word || !is_asked(kind, default) {
            let what = format!("the default {default} is not what is asked of the member");
            self.note(member.schema, what, false);
        }
        let text = default.to_string();
        if text.len() > 60 {
            let what = "the default is not part of the documentation, since it is long";
            self.note(member.schema, what, false);
            return None;
        }
        (*default != Value::Null).then_some(text)
    }

    /// The constant member of an object: the one that unions ask for, or one of the usual names.
    pub(super) fn tag(&self, schema: SchemaId) -> Option<Tag> {
        let schema = self.schemas.behind(schema);
        let Kind::Object(object) = &self.schemas.node(schema).kind else {
            return None;
        };
        let asked = self
            .keys
            .get(&schema)
            .map(Vec::as_slice)
            .unwrap_or_default();
        let asked = asked.iter().filter_map(|name| object.member(name));
        let usual = USUAL_TAGS.iter();
        let usual = usual.filter_map(|name| object.member(name));
        // Any other constant only tells something where there is something to tell apart.
        let is_branch = self.branches.contains(&schema);
        let rest = object
            .members
            .iter()
            .filter(|member| member.required && is_branch);
        let constant = |member: &Member| {
            let Kind::Words(words) = self.schemas.kind(member.schema) else {
                return None;
            };
            let word = words
                .constant()
                .filter(|_| !self.schemas.nullable(member.schema))?;
            Some(Tag {
                key: member.name.clone(),
                word: word.to_owned(),
                former: words.former.clone(),
                optional: !member.required,
            })
        };
        // What is always there tells more than what may be absent, save where a union says what tells.
        let usual: Vec<Tag> = usual.filter_map(constant).collect();
        let sure = usual.iter().find(|tag| !tag.optional).or(usual.first());
        let mut asked = asked.filter_map(constant);
        asked
            .next()
            .or_else(|| sure.cloned())
            .or_else(|| rest.filter_map(constant).next())
    }
}

/// How a member of this type may be absent. Raw JSON holds a null of its own.
fn presence(required: bool, nullable: bool, is_update: bool, ty: &Ty) -> Presence {
    match (required, nullable, *ty == Ty::Raw) {
        (true, true, false) => Presence::Nullable,
        (true, ..) => Presence::Required,
        (false, true, _) if is_update => Presence::Distinct,
        (false, true, _) | (false, _, true) => Presence::Either,
        (false, false, false) => Presence::Optional,
    }
}

/// A string or a whole number as the id that it is, alone or in a list.
pub(super) fn with_id(ty: Ty, held: Held) -> Ty {
    let within = |inner: Box<Ty>| Box::new(with_id(*inner, held));
    match ty {
        Ty::Text => held.text.map_or(Ty::Text, Ty::Id),
        Ty::Integer(_) => held.number.map_or(ty, Ty::Id),
        Ty::Quoted(inner) => Ty::Quoted(within(inner)),
        Ty::List(inner) => Ty::List(within(inner)),
        Ty::Option(inner) => Ty::Option(within(inner)),
        ty => ty,
    }
}

/// Marks the structs that `Default` can make: those that are sent, and whose required fields have defaults.
pub(super) fn defaults(plan: &mut Plan) {
    let mut known: Vec<bool> = plan
        .types
        .iter()
        .map(|ty| ty.is_sent && matches!(ty.shape, Shape::Object(_)))
        .collect();
    loop {
        let next: Vec<bool> = plan
            .types
            .iter()
            .enumerate()
            .map(|(i, ty)| match &ty.shape {
                Shape::Object(object) => {
                    known[i] && object.fields.iter().all(|field| has_default(field, &known))
                }
                Shape::Alias(ty) => is_default(ty, &known),
                _ => false,
            })
            .collect();
        let done = next == known;
        known = next;
        if done {
            break;
        }
    }
    for (ty, known) in plan.types.iter_mut().zip(known) {
        if let Shape::Object(object) = &mut ty.shape {
            object.is_default = known;
        }
    }
}

fn has_default(field: &Field, known: &[bool]) -> bool {
    field.presence != Presence::Required || is_default(&field.ty, known)
}

fn is_default(ty: &Ty, known: &[bool]) -> bool {
    match ty {
        Ty::Bool
        | Ty::Integer(_)
        | Ty::Float
        | Ty::Text
        | Ty::Option(_)
        | Ty::List(_)
        | Ty::Items(_)
        | Ty::Map(_)
        | Ty::Nullable(_) => true,
        Ty::Boxed(inner) | Ty::Quoted(inner) => is_default(inner, known),
        Ty::Named(no) => known[no.0],
        _ => false,
    }
}
