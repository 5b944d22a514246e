//! Objects that many APIs have: pages, what else wraps lists, and receipts of deletions.

use super::model::{Ty, TypeNo};
use super::planner::Planner;
use crate::schema::{Additional, Kind, Object, RootId, Schema, SchemaId};

/// The members that a page may have beside its items.
const PAGE: &[&str] = &[
    "object",
    "data",
    "first_id",
    "last_id",
    "has_more",
    "next",
    "next_page",
];

impl Planner<'_> {
    /// The page that an object is, if it is one and has nothing else.
    pub(super) fn page(&mut self, object: &Object, no: TypeNo) -> Option<Ty> {
        if !self.is_page(object) {
            return None;
        }
        let data = object.member("data")?;
        let Kind::List(items, _, _) = *self.schemas.kind(data.schema) else {
            return None;
        };
        let inner = self.inner(items, no, "Item");
        Some(Ty::Page(Box::new(inner)))
    }

    /// Whether an object is the page of other objects.
    pub(super) fn is_page(&self, object: &Object) -> bool {
        let kind = |name: &str| {
            object
                .member(name)
                .map(|member| self.schemas.kind(member.schema))
        };
        let Some(Kind::List(items, len, false)) = kind("data") else {
            return false;
        };
        let calls_itself = match kind("object") {
            Some(Kind::Words(words)) => words.constant() == Some("list"),
            _ => false,
        };
        let is_text = |name: &str| matches!(kind(name), None | Some(Kind::Text(_)));
        calls_itself
            && object.additional == Additional::Free
            && *len == Default::default()
            && object
                .members
                .iter()
                .all(|member| PAGE.contains(&member.name.as_str()))
            && matches!(self.schemas.kind(*items), Kind::Object(_) | Kind::Union(_))
            && !self.schemas.nullable(*items)
            && matches!(kind("has_more"), None | Some(Kind::Bool(_)))
            && ["first_id", "last_id", "next", "next_page"]
                .into_iter()
                .all(is_text)
    }

    /// Whether an object is what an answer or an event wraps its lists in: it comes by itself, is never sent, and has no id that
    /// would make it a resource.
    pub(super) fn is_envelope(&self, no: TypeNo, object: SchemaId) -> bool {
        let Kind::Object(object) = self.schemas.kind(object) else {
            return false;
        };
        let decl = &self.plan.types[no.0];
        object.member("id").is_none()
            && match (decl.root, decl.parent) {
                (Some(root), _) => self.is_received(root),
                (None, Some(parent)) => self.is_member_of_envelope(no, parent),
                (None, None) => false,
            }
    }

    /// Whether a part of an envelope is one of its members, as the `data` of `{"data": {"items": […]}}`.
    fn is_member_of_envelope(&self, part: TypeNo, parent: TypeNo) -> bool {
        let (part, parent) = (&self.plan.types[part.0], &self.plan.types[parent.0]);
        let Kind::Object(object) = parent.root.map_or(&Kind::Any(None), |root| {
            self.schemas.kind(self.schemas.root(root).schema)
        }) else {
            return false;
        };
        let mut members = object.members.iter();
        parent.root.is_some_and(|root| self.is_received(root))
            && object.member("id").is_none()
            && members.any(|member| self.schemas.node(member.schema).place == part.place)
    }

    /// The type of what comes from others: of a list of objects one that does not fit is no reason to lose the rest.
    pub(super) fn as_items(&self, schema: SchemaId, ty: Ty) -> Ty {
        let holds_objects = match self.schemas.kind(schema) {
            Kind::List(items, ..) => {
                matches!(self.schemas.kind(*items), Kind::Object(_) | Kind::Union(_))
            }
            _ => false,
        };
        match ty {
            Ty::List(inner) if holds_objects && *inner != Ty::Raw => Ty::Items(inner),
            ty => ty,
        }
    }

    /// Whether answers or events are values of a root, and requests are not.
    pub(super) fn is_received(&self, root: RootId) -> bool {
        let root = self.schemas.root(root);
        root.is_body && !root.direction.request
    }

    /// Whether a body may be null that nothing but operations refer to, so that no member says so.
    pub(super) fn is_null_body(&self, id: RootId) -> bool {
        let root = self.schemas.root(id);
        let refers = |node: &Schema| match node.kind {
            Kind::Ref(to) => self.schemas.shared(to) == id,
            _ => false,
        };
        root.is_body && self.schemas.nullable(root.schema) && !self.schemas.nodes.iter().any(refers)
    }

    /// The receipt that an object is, if the deleted object is among the types.
    pub(super) fn receipt(&mut self, object: &Object) -> Option<Ty> {
        let root = self.deleted(object)?;
        let deleted = self.schemas.root(root).schema;
        let id = self.ids.of(self.schemas.behind(deleted), "id").text;
        let ty = self.referred(root, "");
        Some(Ty::Deleted(Box::new(ty), id))
    }

    /// The object whose receipt of deletion this is.
    pub(super) fn deleted(&self, object: &Object) -> Option<RootId> {
        let names = ["id", "object", "deleted"];
        let all = object
            .members
            .iter()
            .all(|member| names.contains(&member.name.as_str()) && member.required);
        let kind = |name: &str| {
            object
                .member(name)
                .map(|member| self.schemas.kind(member.schema))
        };
        let (Some(Kind::Text(id)), Some(Kind::Words(words)), Some(Kind::Bool(_))) =
            (kind("id"), kind("object"), kind("deleted"))
        else {
            return None;
        };
        if id.number.is_some() {
            return None;
        }
        let word = words
            .constant()
            .filter(|_| all && words.former.is_empty())
            .filter(|_| object.additional == Additional::Free)?;
        let base = word.strip_suffix(".deleted").unwrap_or(word);
        let mut found = self
            .schemas
            .own_roots()
            .filter(|(_, root)| self.is_called(root.schema, base));
        match (found.next(), found.next()) {
            (Some((id, _)), None) => Some(id),
            _ => None,
        }
    }

    /// Whether a schema is an object with this word for its `object`, and is no receipt itself.
    fn is_called(&self, schema: SchemaId, word: &str) -> bool {
        let Kind::Object(object) = &self.schemas.node(schema).kind else {
            return false;
        };
        let tag = self.tag(schema);
        !self.may_be_deleted(object)
            && object.member("id").is_some()
            && tag.is_some_and(|tag| tag.key == "object" && tag.word == word)
    }
}
