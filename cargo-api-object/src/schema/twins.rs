//! Schemas that are equal but for their names: one of them stands for all.

use std::collections::HashMap;
use std::fmt::Write;

use super::model::{Additional, Kind, RootId, SchemaId, Schemas};

/// Lets equal roots share the one with the shortest name.
pub(super) fn share(schemas: &mut Schemas) {
    let classes = classes(schemas);
    let mut members: HashMap<usize, Vec<usize>> = HashMap::new();
    for (root, class) in classes.iter().enumerate() {
        if is_shareable(schemas, RootId(root as u32)) {
            members.entry(*class).or_default().push(root);
        }
    }
    for alike in members.into_values().filter(|alike| alike.len() > 1) {
        let length = |root: &&usize| (schemas.roots[**root].name.len(), **root);
        let Some(own) = alike.iter().min_by_key(length).copied() else {
            continue;
        };
        for twin in alike.into_iter().filter(|twin| *twin != own) {
            schemas.roots[twin].twin = Some(RootId(own as u32));
            let from = schemas.roots[twin].schema;
            let to = schemas.roots[own].schema;
            hand_over(schemas, from, to);
        }
    }
}

/// Moves the samples of a schema, and of all within it, to an equal one.
fn hand_over(schemas: &mut Schemas, from: SchemaId, to: SchemaId) {
    let samples = std::mem::take(&mut schemas.node_mut(from).samples);
    schemas.node_mut(to).samples.extend(samples);
    // What a reference leads to is handed over by itself.
    if matches!(schemas.node(from).kind, Kind::Ref(_)) {
        return;
    }
    let within = schemas.children(from).into_iter();
    let pairs: Vec<_> = within.zip(schemas.children(to)).collect();
    for (from, to) in pairs {
        hand_over(schemas, from, to);
    }
}

/// Whether a root becomes a type of its own, which another may share.
fn is_shareable(schemas: &Schemas, root: RootId) -> bool {
    match &schemas.node(schemas.roots[root.0 as usize].schema).kind {
        Kind::Object(object) => !object.members.is_empty(),
        Kind::Words(_) | Kind::Union(_) => true,
        _ => false,
    }
}

/// A number for each root, the same for those that are equal: found by telling apart until nothing is left to tell.
fn classes(schemas: &Schemas) -> Vec<usize> {
    let mut classes = vec![0; schemas.roots.len()];
    let mut count = 1;
    loop {
        let mut numbers: HashMap<String, usize> = HashMap::new();
        let next: Vec<usize> = schemas
            .roots
            .iter()
            .map(|root| {
                let mut sign = String::new();
                write(schemas, root.schema, &classes, &mut sign, true);
                let fresh = numbers.len();
                *numbers.entry(sign).or_insert(fresh)
            })
            .collect();
        classes = next;
        if numbers.len() == count {
            return classes;
        }
        count = numbers.len();
    }
}

/// Writes all that a schema says, references as the class of their root.
fn write(schemas: &Schemas, id: SchemaId, classes: &[usize], sign: &mut String, top: bool) {
    let node = schemas.node(id);
    let docs = if top { "" } else { &node.docs };
    let _ = write!(
        sign,
        "{}{}{docs:?}{:?}{:?}",
        node.nullable, node.deprecated, node.default, node.hints
    );
    let inner = |id: SchemaId, sign: &mut String| write(schemas, id, classes, sign, false);
    match &node.kind {
        Kind::Ref(root) => {
            let _ = write!(sign, "@{}", classes[root.0 as usize]);
        }
        Kind::Object(object) => {
            sign.push('{');
            for member in &object.members {
                let _ = write!(sign, "{:?}{}:", member.name, member.required);
                inner(member.schema, sign);
            }
            if let Additional::Typed(values) = object.additional {
                sign.push('+');
                inner(values, sign);
            }
            sign.push('}');
        }
        Kind::Map(values, len) => {
            let _ = write!(sign, "map{len:?}");
            inner(*values, sign);
        }
        Kind::List(items, len, unique) => {
            let _ = write!(sign, "list{len:?}{unique}");
            inner(*items, sign);
        }
        Kind::Union(union) => {
            let member = union.discriminator.as_ref().map(|found| &found.member);
            let _ = write!(sign, "union{member:?}(");
            union.branches.iter().for_each(|branch| {
                inner(*branch, sign);
                sign.push('|');
            });
            sign.push(')');
        }
        other => {
            let _ = write!(sign, "{other:?}");
        }
    }
}
