//! Unions that say less than they seem to: strings beside words, numbers beside integers, one branch.

use super::either;
use super::model::{Kind, Length, SchemaId, Schemas, Text, Union, Words};
use super::told::{self, ToldOf};

use crate::document::Value;

/// What is told where branches of one kind are written as one that allows more than they do together.
const APART: &str = "of branches of one kind only what all of them ask is asked";
/// What is told where branches are a string, of which something is asked, or one of some words.
const BESIDE: &str = "what is asked of a string beside words is not asked";

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
        // What may be anything may be null.
        if schemas.nullable(*branch) || matches!(schemas.kind(*branch), Kind::Any(_)) {
            schemas.node_mut(id).nullable = true;
        }
    }
    for branch in &union.branches {
        if !matches!(schemas.node(*branch).kind, Kind::Ref(_)) {
            schemas.node_mut(*branch).nullable = false;
        }
    }
    numbers(schemas, id, &mut union);
    strings(schemas, id, &mut union);
    alike(schemas, id, &mut union);
    let is_any = |branch: &SchemaId| matches!(schemas.kind(*branch), Kind::Any(_));
    if union.branches.iter().all(is_any) {
        // One of them says as much as all.
        union.branches.truncate(1);
    }
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
fn numbers(schemas: &mut Schemas, id: SchemaId, union: &mut Union) {
    let is_number =
        |branch: &SchemaId| matches!(schemas.kind(*branch), Kind::Number(_) | Kind::Integer(..));
    let all: Vec<SchemaId> = union.branches.iter().copied().filter(is_number).collect();
    let is_plain = |branch: &SchemaId| matches!(schemas.kind(*branch), Kind::Number(_));
    let Some(number) = all.iter().copied().find(is_plain).filter(|_| all.len() > 1) else {
        return;
    };
    union
        .branches
        .retain(|branch| *branch == number || !all.contains(branch));
    let kinds = all.iter().map(|branch| schemas.kind(*branch).clone());
    let kinds: Vec<Kind> = kinds.collect();
    if let Some(merged) = merge(schemas, id, &kinds)
        && !asks_same(schemas.kind(number), &merged)
    {
        replace(schemas, id, union, number, merged);
    }
}

/// What values of one of some kinds are; where that is more than any of them allows, it is told.
fn merge(schemas: &mut Schemas, id: SchemaId, kinds: &[Kind]) -> Option<Kind> {
    let (first, others) = kinds.split_first()?;
    let merged = others
        .iter()
        .try_fold(first.clone(), |merged, kind| either::kinds(&merged, kind))?;
    // Lists of values are all there, and so are both booleans.
    let is_whole = match &merged {
        Kind::Integer(asked, _) | Kind::Number(asked) => !asked.listed.is_empty(),
        kind => matches!(kind, Kind::Bool(_)),
    };
    if !is_whole && !kinds.iter().any(|kind| asks_same(kind, &merged)) {
        let place = schemas.node(id).place.clone();
        schemas.problem(&place, APART, false);
    }
    Some(merged)
}

/// Whether the same is asked of values of two scalars, two lists or two maps.
fn asks_same(one: &Kind, other: &Kind) -> bool {
    match (one, other) {
        (
            Kind::Integer(one, _) | Kind::Number(one),
            Kind::Integer(other, _) | Kind::Number(other),
        ) => one == other,
        (Kind::Text(one), Kind::Text(other)) => one == other,
        (Kind::List(_, one, once), Kind::List(_, other, other_once)) => {
            one == other && once == other_once
        }
        (Kind::Map(_, one), Kind::Map(_, other)) => one == other,
        _ => false,
    }
}

/// Puts a kind in the place of a branch: a node of its own, since the branch may be a reference that others use.
fn replace(schemas: &mut Schemas, id: SchemaId, union: &mut Union, branch: SchemaId, kind: Kind) {
    let mut node = schemas.node(branch).clone();
    node.kind = kind;
    node.place = schemas.node(id).place.clone();
    node.docs.clear();
    node.nullable = false;
    let merged = SchemaId(schemas.nodes.len() as u32);
    schemas.nodes.push(node);
    let mut branches = union.branches.iter_mut();
    if let Some(place) = branches.find(|known| **known == branch) {
        *place = merged;
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
    let (first, others) = (*first, others.to_vec());
    let mut words = Words::default();
    let mut texts = Vec::new();
    for string in &strings {
        match schemas.kind(*string) {
            Kind::Words(known) => {
                words.open |= known.open;
                words.told.extend(known.told.clone());
                words.told.extend(told_of(schemas, *string, known));
                let new = known
                    .words
                    .iter()
                    .filter(|word| !words.words.contains(word));
                let new: Vec<String> = new.cloned().collect();
                words.words.extend(new);
            }
            kind => texts.push(kind.clone()),
        }
    }
    words.open |= !texts.is_empty();
    // That a string may be empty, too, is no word that tells it from others.
    let is_blank = !texts.is_empty() && words.words.iter().all(String::is_empty);
    if is_blank && !words.words.is_empty() {
        texts.push(Kind::Text(Text {
            len: Length {
                low: None,
                high: Some(0),
            },
            ..Text::default()
        }));
    }
    let text = match is_blank {
        true => merge(schemas, id, &texts),
        false => None,
    };
    let kind = match text {
        Some(text) => text,
        None => {
            let asks = |kind: &Kind| !asks_same(kind, &Kind::Text(Text::default()));
            if !texts.is_empty() && texts.iter().all(asks) {
                let place = schemas.node(id).place.clone();
                schemas.problem(&place, BESIDE, false);
            }
            Kind::Words(words)
        }
    };
    replace(schemas, id, union, first, kind);
    union.branches.retain(|branch| !others.contains(branch));
}

/// What a branch of one word says of it.
fn told_of(schemas: &Schemas, branch: SchemaId, words: &Words) -> Option<(String, ToldOf)> {
    let docs = &schemas.node(schemas.behind(branch)).docs;
    let word = words.constant()?;
    let mut told = words.told.get(word).cloned().unwrap_or_default();
    told.docs.clone_from(docs);
    (!docs.is_empty() && !is_called(word, docs)).then(|| (word.to_owned(), told))
}

/// Whether a text is only the word itself, in other letters.
fn is_called(word: &str, text: &str) -> bool {
    let letters = |text: &str| -> String {
        let letters = text.chars().filter(|c| c.is_alphanumeric());
        letters.flat_map(char::to_lowercase).collect()
    };
    letters(word) == letters(text)
}

/// Adds what the document says of single numbers, each of which is a branch of its own, to the prose of the union.
fn tell_numbers(schemas: &mut Schemas, id: SchemaId, branches: &[SchemaId]) {
    let items = branches.iter().filter_map(|branch| {
        let node = schemas.node(schemas.behind(*branch));
        let (Kind::Integer(asked, _) | Kind::Number(asked)) = &node.kind else {
            return None;
        };
        match asked.listed.as_slice() {
            [number] => told::of_branch(&Value::Number(*number).to_string(), node),
            _ => None,
        }
    });
    let items: Vec<String> = items.collect();
    schemas.node_mut(id).list(&items);
}

/// What tells whether two lists hold the same: what is referred to, or where it stands.
fn held(schemas: &Schemas, schema: SchemaId) -> String {
    let node = schemas.node(schema);
    match node.kind {
        Kind::Ref(root) if !node.nullable => format!("{:?}", schemas.shared(root)),
        _ => format!("{:?}", node.place),
    }
}

/// Branches that are the same reference, scalars of one kind, or lists or maps of the same, are one.
fn alike(schemas: &mut Schemas, id: SchemaId, union: &mut Union) {
    let mut seen: Vec<(String, Vec<SchemaId>)> = Vec::new();
    union.branches.retain(|branch| {
        let sign = match &schemas.node(*branch).kind {
            Kind::Ref(root) => format!("{:?}", schemas.shared(*root)),
            Kind::Bool(_) => "bool".to_owned(),
            Kind::Integer(..) => "integer".to_owned(),
            Kind::Number(_) => "number".to_owned(),
            Kind::Any(_) => "any".to_owned(),
            Kind::List(items, ..) => format!("list of {}", held(schemas, *items)),
            Kind::Map(values, _) => format!("map of {}", held(schemas, *values)),
            _ => return true,
        };
        match seen.iter_mut().find(|(known, _)| *known == sign) {
            Some((_, alike)) => {
                alike.push(*branch);
                false
            }
            None => {
                seen.push((sign, vec![*branch]));
                true
            }
        }
    });
    for (_, alike) in seen.into_iter().filter(|(_, alike)| alike.len() > 1) {
        tell_numbers(schemas, id, &alike);
        let kinds = alike
            .iter()
            .map(|branch| schemas.node(*branch).kind.clone());
        let kinds: Vec<Kind> = kinds.collect();
        if let Some(merged) = merge(schemas, id, &kinds) {
            replace(schemas, id, union, alike[0], merged);
        }
    }
}
