//! From schemas to types: each is met once, named by its place, and filled in.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::model::{Plan, Shape, Ty, TypeDecl, TypeNo, UnionShape, UnionStyle, Variant};
use super::names::{Scope, in_turns, type_name};
use super::{cycles, ids, modules, qualified, sizes};
use crate::document::{DEPTH, Value};
use crate::evidence::Facts;
use crate::schema::{Kind, Origin, RootId, Schema, SchemaId, Schemas};

/// The longest chain of other names that is followed.
const CHAIN: usize = 50;

/// Plans the types of all schemas.
pub fn plan(schemas: &Schemas, facts: &Facts) -> Plan {
    let mut planner = Planner {
        schemas,
        plan: Plan::default(),
        scope: Scope::of_types(),
        by_schema: HashMap::new(),
        by_root: HashMap::new(),
        pending: Vec::new(),
        keys: HashMap::new(),
        branches: HashSet::new(),
        ids: ids::Ids::default(),
        words: HashMap::new(),
        carried: HashSet::new(),
        unions: HashMap::new(),
        resolving: Vec::new(),
        endless: HashSet::new(),
    };
    planner.keys = planner.discriminating();
    planner.branches = branches(schemas);
    planner.endless = endless(schemas);
    let roots: Vec<RootId> = schemas.own_roots().map(|(id, _)| id).collect();
    // Names of the document go before those that are made here.
    let named = roots.iter().map(|id| schemas.root(*id));
    let named = named.filter(|root| root.origin == Origin::Component);
    let short = qualified::shortened(named.map(|root| root.name.as_str()));
    let wanted: Vec<String> = roots.iter().map(|id| planner.wanted(*id, &short)).collect();
    let is_own = |i: usize| wanted[i] == schemas.root(roots[i]).name;
    let scope = &mut planner.scope;
    let names = in_turns(roots.len(), is_own, |i| scope.claim(&wanted[i]));
    for (root, name) in roots.iter().zip(names) {
        planner.claim(*root, name);
    }
    planner.ids = ids::find(schemas, facts, &mut planner.scope);
    let types = planner.names();
    ids::find_numbers(schemas, &types, &mut planner.ids, &mut planner.scope);
    for root in &roots {
        planner.root(*root);
    }
    planner.fill();
    planner.told_in_vain();
    let Planner { mut plan, ids, .. } = planner;
    plan.ids = ids.types;
    cycles::break_up(&mut plan);
    sizes::even_out(&mut plan);
    super::objects::defaults(&mut plan);
    modules::arrange(schemas, &mut plan);
    plan
}

/// A schema that waits to be filled in: its type, and how its parts are named.
struct Pending {
    ty: TypeNo,
    schema: SchemaId,
}

pub(super) struct Planner<'s> {
    pub(super) schemas: &'s Schemas,
    pub(super) plan: Plan,
    pub(super) scope: Scope,
    pub(super) by_schema: HashMap<SchemaId, TypeNo>,
    /// The names of roots that become types.
    by_root: HashMap<RootId, TypeNo>,
    pending: Vec<Pending>,
    /// By which members unions tell their branches apart.
    pub(super) keys: HashMap<SchemaId, Vec<String>>,
    /// The schemas that are branches of unions.
    pub(super) branches: HashSet<SchemaId>,
    pub(super) ids: ids::Ids,
    /// Enums without a name in the document, by their words, whether any other string is allowed, and their member.
    pub(super) words: HashMap<(Vec<String>, bool, String), Vec<TypeNo>>,
    /// Schemas whose rules a member asks, or of which it is told that none does.
    pub(super) carried: HashSet<SchemaId>,
    /// Unions of types with names, without a name of their own: by these, the tag, and their member.
    pub(super) unions: HashMap<(Vec<RootId>, Option<String>, String), Vec<TypeNo>>,
    /// Roots whose alias is being looked at.
    resolving: Vec<RootId>,
    /// Roots that are lists or maps of themselves.
    endless: HashSet<RootId>,
}

impl Planner<'_> {
    /// Which members tell branches of unions apart, by branch.
    fn discriminating(&self) -> HashMap<SchemaId, Vec<String>> {
        let mut keys: HashMap<SchemaId, Vec<String>> = HashMap::new();
        for node in &self.schemas.nodes {
            let Kind::Union(union) = &node.kind else {
                continue;
            };
            let Some(discriminator) = &union.discriminator else {
                continue;
            };
            for branch in &union.branches {
                let found = keys.entry(self.schemas.behind(*branch)).or_default();
                found.push(discriminator.member.clone());
            }
        }
        keys
    }

    /// The name that a root would have by itself.
    fn wanted(&self, id: RootId, short: &BTreeMap<String, String>) -> String {
        let root = self.schemas.root(id);
        let node = self.schemas.node(root.schema);
        let hinted = node
            .hints
            .as_ref()
            .and_then(|hints| hints.get("name"))
            .and_then(Value::as_str);
        let short = short.get(&root.name).unwrap_or(&root.name);
        type_name(hinted.unwrap_or(short))
    }

    fn claim(&mut self, id: RootId, name: String) {
        let root = self.schemas.root(id);
        let no = self.add(name, root.schema, None, Some(id));
        self.by_root.insert(id, no);
        if self.has_type(id) {
            self.by_schema.insert(root.schema, no);
        }
    }

    /// What the roots are called.
    fn names(&self) -> BTreeMap<RootId, (TypeNo, String)> {
        let roots = self.by_root.iter();
        let name = |no: &TypeNo| self.plan.types[no.0].name.clone();
        roots.map(|(id, no)| (*id, (*no, name(no)))).collect()
    }

    fn root(&mut self, id: RootId) {
        let no = self.by_root[&id];
        let schema = self.schemas.root(id).schema;
        let ty = match self.has_type(id) {
            true => {
                if self.is_null_body(id) {
                    let what =
                        "null may come in the place of this body: it is an `Option` of its type";
                    self.note(schema, what, false);
                }
                self.pending.push(Pending { ty: no, schema });
                self.fill();
                match &self.plan.types[no.0].shape {
                    Shape::Alias(ty) => ty.clone(),
                    _ => Ty::Named(no),
                }
            }
            false => {
                self.resolving.push(id);
                let ty = match self.ids.by_root.get(&id) {
                    Some(number) => Ty::Id(*number),
                    None => self.plain(schema, no, ""),
                };
                self.resolving.pop();
                let ty = match self.is_received(id) {
                    true => self.as_items(schema, ty),
                    false => ty,
                };
                let ty = match self.is_null_body(id) && ty != Ty::Raw {
                    true => Ty::Option(Box::new(ty)),
                    false => ty,
                };
                self.plan.types[no.0].shape = Shape::Alias(ty.clone());
                ty
            }
        };
        self.plan.roots.push((id, ty));
    }

    /// The type of a reference: by name where it is one, or what its root is another name of.
    pub(super) fn referred(&mut self, id: RootId, member: &str) -> Ty {
        let id = self.schemas.shared(id);
        let no = self.by_root[&id];
        let schema = self.schemas.root(id).schema;
        if self.has_type(id) {
            return Ty::Named(no);
        }
        if let Some(number) = self.ids.by_root.get(&id) {
            return Ty::Id(*number);
        }
        if self.resolving.contains(&id) {
            let place = self.schemas.root(id).place.clone();
            let why = "a list or a map of itself has no type in Rust".to_owned();
            self.plan.notes.push((place, why, true));
            return Ty::Raw;
        }
        // A long chain of other names is not followed to its end: each of them is a name, too.
        if self.resolving.len() >= CHAIN {
            return Ty::Named(no);
        }
        self.resolving.push(id);
        let found = self.plain(schema, no, member);
        self.resolving.pop();
        // A list or a map is called by its name, a scalar by what it is.
        match found {
            Ty::List(_) | Ty::Map(_) if !self.resolving.contains(&id) => Ty::Named(no),
            scalar => scalar,
        }
    }

    /// The type of a schema inside of another, which is named after its place if it needs a name.
    pub(super) fn inner(&mut self, schema: SchemaId, parent: TypeNo, member: &str) -> Ty {
        let ty = self.plain(schema, parent, member);
        match self.schemas.nullable(schema) {
            true if ty != Ty::Raw => Ty::Option(Box::new(ty)),
            _ => ty,
        }
    }

    /// A new type for a schema, to be filled in later.
    pub(super) fn named(&mut self, schema: SchemaId, parent: TypeNo, hint: &str) -> Ty {
        if let Some(known) = self.by_schema.get(&schema) {
            return Ty::Named(*known);
        }
        let name = self.scope.claim(&type_name(hint));
        let no = self.add(name, schema, Some(parent), None);
        self.by_schema.insert(schema, no);
        self.pending.push(Pending { ty: no, schema });
        Ty::Named(no)
    }

    /// A new type that a field makes.
    pub(super) fn made(&mut self, schema: SchemaId, parent: TypeNo, hint: &str) -> Ty {
        let name = self.scope.claim(&type_name(hint));
        let no = self.add(name, schema, Some(parent), None);
        self.plan.types[no.0].shape = Shape::Status;
        Ty::Named(no)
    }

    fn add(
        &mut self,
        name: String,
        schema: SchemaId,
        parent: Option<TypeNo>,
        root: Option<RootId>,
    ) -> TypeNo {
        let node = self.schemas.node(schema);
        let is_sent = match (root, parent) {
            (Some(root), _) => self.schemas.root(root).direction.request,
            (None, Some(parent)) => self.plan.types[parent.0].is_sent,
            (None, None) => false,
        };
        let no = TypeNo(self.plan.types.len());
        self.plan.types.push(TypeDecl {
            name,
            docs: docs(node),
            place: node.place.clone(),
            parent,
            root,
            is_sent,
            shape: Shape::Pending,
        });
        no
    }

    /// Fills in all types that wait, and those that they bring.
    fn fill(&mut self) {
        while let Some(Pending { ty, schema }) = self.pending.pop() {
            let shape = match &self.schemas.node(schema).kind {
                Kind::Object(object) => self.object(ty, schema, object),
                Kind::Words(words) => self.word_shape(ty, words),
                Kind::Union(union) => self.union(ty, union),
                _ => self.endless(ty, schema),
            };
            self.plan.types[ty.0].shape = shape;
        }
    }

    /// Whether a root becomes a type of its own, and not another name of one.
    fn has_type(&self, id: RootId) -> bool {
        let schema = self.schemas.root(id).schema;
        is_typed(&self.schemas.node(schema).kind) || self.endless.contains(&id)
    }

    /// A list or a map of itself: no alias may be that, and so it is a union of one variant.
    fn endless(&mut self, no: TypeNo, schema: SchemaId) -> Shape {
        let ty = self.plain(schema, no, "");
        let ident = match ty {
            Ty::List(_) => "List",
            Ty::Map(_) => "Map",
            _ => return Shape::Alias(ty),
        };
        Shape::Union(UnionShape {
            style: UnionStyle::Untagged,
            variants: vec![Variant {
                ident: ident.to_owned(),
                ty: Some(ty),
                docs: String::new(),
                word: None,
                when: None,
            }],
            unknown: Some("Other".to_owned()),
        })
    }

    /// Notes the rules of unions and of names of other types that no member holds, so that nothing asks them.
    fn told_in_vain(&mut self) {
        let schemas = self.schemas;
        for (id, root) in schemas.own_roots() {
            if !self.has_type(id) && !self.carried.contains(&root.schema) && self.asks(root.schema)
            {
                let what = "what is asked of its values is not asked, since no member holds them";
                self.note(root.schema, what, false);
            }
        }
        let all: Vec<SchemaId> = self.by_schema.keys().copied().collect();
        for schema in all {
            let Kind::Union(union) = &schemas.node(schema).kind else {
                continue;
            };
            if self.carried.contains(&schema) {
                continue;
            }
            for (branch, _) in self.asked_alone(union) {
                let what = "what this branch of a union asks is not asked, since no member holds the union";
                self.note(branch, what, false);
            }
        }
    }

    /// Notes what of a schema is not part of the types.
    pub(super) fn note(&mut self, schema: SchemaId, what: impl Into<String>, reduces: bool) {
        let place = self.schemas.node(schema).place.clone();
        self.plan.notes.push((place, what.into(), reduces));
    }
}

/// The roots that are lists or maps which lead back to themselves, through nothing but such.
fn endless(schemas: &Schemas) -> HashSet<RootId> {
    let next = |id: RootId| {
        let mut schema = schemas.root(id).schema;
        // A schema within others is not nested deeper than the document.
        for _ in 0..DEPTH {
            match &schemas.node(schema).kind {
                Kind::List(inner, ..) | Kind::Map(inner, _) => schema = *inner,
                Kind::Ref(root) => return Some(schemas.shared(*root)),
                _ => break,
            }
        }
        None
    };
    let is_container = |id: &RootId| {
        let kind = &schemas.node(schemas.root(*id).schema).kind;
        matches!(kind, Kind::List(..) | Kind::Map(..))
    };
    let is_back = |id: &RootId| {
        let chain = std::iter::successors(next(*id), |id| next(*id));
        chain
            .take(schemas.roots.len())
            .any(|reached| reached == *id)
    };
    let roots = schemas.own_roots().map(|(id, _)| id);
    roots.filter(is_container).filter(is_back).collect()
}

/// The prose of a type, and whether the document advises against it.
fn docs(node: &Schema) -> String {
    let gap = if node.docs.is_empty() { "" } else { "\n\n" };
    match node.deprecated {
        true => format!("{}{gap}Deprecated.", node.docs),
        false => node.docs.clone(),
    }
}

fn branches(schemas: &Schemas) -> HashSet<SchemaId> {
    let unions = schemas.nodes.iter().filter_map(|node| match &node.kind {
        Kind::Union(union) => Some(&union.branches),
        _ => None,
    });
    unions
        .flatten()
        .map(|branch| schemas.behind(*branch))
        .collect()
}

/// Whether a schema becomes a type with a name of its own.
pub(super) fn is_typed(kind: &Kind) -> bool {
    matches!(kind, Kind::Object(_) | Kind::Words(_) | Kind::Union(_))
}
