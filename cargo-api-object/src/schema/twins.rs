//! Schemas that are equal but for their names, which say the same: one of them stands for all.

use std::collections::HashMap;
use std::fmt::Write;

use super::model::{Additional, Kind, Origin, Root, RootId, SchemaId, Schemas};
use crate::plan::snake;

/// Lets equal roots share the one with the shortest name, which the names of the others have in them.
pub(super) fn share(schemas: &mut Schemas) {
    let classes = classes(schemas);
    let mut members: HashMap<(usize, &str), Vec<usize>> = HashMap::new();
    for (i, class) in classes.iter().enumerate() {
        let root = &schemas.roots[i];
        // What is no type of its own has one name for all media types of a body.
        let name = match (is_shareable(schemas, root), root.origin) {
            (true, _) => "",
            (false, Origin::Body) => root.name.as_str(),
            (false, _) => continue,
        };
        members.entry((*class, name)).or_default().push(i);
    }
    let members: Vec<Vec<usize>> = members.into_values().collect();
    for alike in members.into_iter().filter(|alike| alike.len() > 1) {
        for (twin, own) in pairs(schemas, alike) {
            schemas.roots[twin].twin = Some(RootId(own as u32));
            let from = schemas.roots[twin].schema;
            let to = schemas.roots[own].schema;
            hand_over(schemas, from, to);
        }
    }
}

/// Which of some equal roots is written as which other: one whose name has all words of the other's, or the body of an
/// operation, which has no name of its own. That two schemas of two things have the same members today makes them no one thing.
fn pairs(schemas: &Schemas, mut alike: Vec<usize>) -> Vec<(usize, usize)> {
    let rank = |root: &usize| {
        let found = &schemas.roots[*root];
        let is_nullable = schemas.node(found.schema).nullable;
        (
            found.origin != Origin::Component,
            is_nullable,
            found.name.len(),
            *root,
        )
    };
    alike.sort_by_key(rank);
    let mut found = Vec::new();
    let mut kept: Vec<usize> = Vec::new();
    for root in alike {
        let own = kept.iter().find(|own| is_called(schemas, root, **own));
        match own {
            Some(own) => found.push((root, *own)),
            None => kept.push(root),
        }
    }
    found
}

/// Whether a root may go by the name of another.
fn is_called(schemas: &Schemas, root: usize, own: usize) -> bool {
    let (root, own) = (&schemas.roots[root], &schemas.roots[own]);
    let words = words(&root.name);
    root.origin == Origin::Body
        || self::words(&own.name)
            .iter()
            .all(|word| words.contains(word))
}

/// The words of a name, in small letters, without numbers that only tell it from others.
fn words(name: &str) -> Vec<String> {
    let words = snake(name);
    let words = words
        .split('_')
        .map(|word| word.trim_end_matches(|c: char| c.is_ascii_digit()));
    words
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
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
fn is_shareable(schemas: &Schemas, root: &Root) -> bool {
    match &schemas.node(root.schema).kind {
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
    // Whether null stands for a root is told where it is referred to.
    let _ = write!(
        sign,
        "{}{}{docs:?}{:?}{:?}",
        node.nullable && !top,
        node.deprecated,
        node.default,
        node.hints
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
            match object.additional {
                Additional::Free => {}
                Additional::Named => sign.push('*'),
                Additional::Typed(values) => {
                    sign.push('+');
                    inner(values, sign);
                }
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
