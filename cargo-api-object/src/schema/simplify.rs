//! Unions that say less than they seem to: strings beside words, numbers beside integers, one branch.

use super::model::{Kind, SchemaId, Schemas, Text, Union, Words};

/// Gives roots that refer to each other in a circle a kind.
pub(super) fn unwrap_roots(schemas: &mut Schemas) {
    for i in 0..schemas.roots.len() {
        let schema = schemas.roots[i].schema;
        let last = schemas.behind(schema);
        if matches!(schemas.node(last).kind, Kind::Ref(_)) {
            let why = "a reference that leads back to itself";
            let place = schemas.roots[i].place.clone();
            schemas.problem(&place, why, true);
            schemas.node_mut(last).kind = Kind::Any(Some(why.to_owned()));
        }
    }
}

/// Simplifies all unions, those inside of others first.
pub(super) fn unions(schemas: &mut Schemas) {
    // What a reference leads to may be read later, and be simpler then.
    for _ in 0..2 {
        for i in 0..schemas.nodes.len() {
            let id = SchemaId(i as u32);
            if let Kind::Union(union) = &schemas.node(id).kind {
                let union = union.clone();
                simplify(schemas, id, union);
            }
        }
    }
}

fn simplify(schemas: &mut Schemas, id: SchemaId, mut union: Union) {
    union.branches = flat(schemas, &union.branches);
    for branch in &union.branches {
        if schemas.nullable(*branch) {
            schemas.node_mut(id).nullable = true;
        }
    }
    for branch in &union.branches {
        if !matches!(schemas.node(*branch).kind, Kind::Ref(_)) {
            schemas.node_mut(*branch).nullable = false;
        }
    }
    numbers(schemas, &mut union);
    strings(schemas, id, &mut union);
    alike(schemas, &mut union);
    let kind = match union.branches.as_slice() {
        [] => Kind::Any(None),
        [one] => schemas.node(*one).kind.clone(),
        _ => Kind::Union(union),
    };
    schemas.node_mut(id).kind = kind;
}

/// The branches, with those of unions among them that have no name.
fn flat(schemas: &Schemas, branches: &[SchemaId]) -> Vec<SchemaId> {
    let mut found = Vec::new();
    for branch in branches {
        match &schemas.node(*branch).kind {
            Kind::Union(inner) if inner.discriminator.is_none() => {
                found.extend(inner.branches.iter().copied());
            }
            _ => found.push(*branch),
        }
    }
    found
}

/// A number or an integer is a number.
fn numbers(schemas: &Schemas, union: &mut Union) {
    let number = union
        .branches
        .iter()
        .copied()
        .find(|b| matches!(schemas.kind(*b), Kind::Number(_)));
    if number.is_some() {
        union.branches.retain(|branch| {
            Some(*branch) == number
                || !matches!(schemas.kind(*branch), Kind::Number(_) | Kind::Integer(..))
        });
    }
}

/// Words beside words are words, and beside a string they are the known ones of any.
fn strings(schemas: &mut Schemas, id: SchemaId, union: &mut Union) {
    let is_string =
        |branch: &SchemaId| matches!(schemas.kind(*branch), Kind::Words(_) | Kind::Text(_));
    let strings: Vec<SchemaId> = union.branches.iter().copied().filter(is_string).collect();
    let Some((first, others)) = strings
        .split_first()
        .filter(|(_, others)| !others.is_empty())
    else {
        return;
    };
    let mut words = Words::default();
    let mut text = Text::default();
    for string in &strings {
        match schemas.kind(*string) {
            Kind::Words(known) => {
                words.open |= known.open;
                let new = known
                    .words
                    .iter()
                    .filter(|word| !words.words.contains(word));
                let new: Vec<String> = new.cloned().collect();
                words.words.extend(new);
            }
            Kind::Text(known) => {
                words.open = true;
                text = known.clone();
            }
            _ => {}
        }
    }
    let kind = match words.words.is_empty() {
        true => Kind::Text(Text {
            len: Default::default(),
            ..text
        }),
        false => Kind::Words(words),
    };
    // A node of its own, since the first branch may be a reference that others use.
    let mut node = schemas.node(*first).clone();
    node.kind = kind;
    node.place = schemas.node(id).place.clone();
    node.docs.clear();
    node.nullable = false;
    let merged = SchemaId(schemas.nodes.len() as u32);
    schemas.nodes.push(node);
    for branch in &mut union.branches {
        if branch == first {
            *branch = merged;
        }
    }
    union.branches.retain(|branch| !others.contains(branch));
}

/// Branches that are the same reference, or the same scalar, are one.
fn alike(schemas: &Schemas, union: &mut Union) {
    let mut seen: Vec<String> = Vec::new();
    union.branches.retain(|branch| {
        let sign = match &schemas.node(*branch).kind {
            Kind::Ref(root) => format!("{:?}", schemas.shared(*root)),
            Kind::Bool(_) => "bool".to_owned(),
            Kind::Integer(..) => "integer".to_owned(),
            Kind::Number(_) => "number".to_owned(),
            Kind::Any(_) => "any".to_owned(),
            _ => return true,
        };
        let is_new = !seen.contains(&sign);
        seen.push(sign);
        is_new
    });
}
