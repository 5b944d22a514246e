//! What a discriminator says goes into the branches, as the constant of a member.

use std::collections::HashMap;

use super::model::{Kind, Member, RootId, Schema, SchemaId, Schemas, Words};

/// Gives the branches of unions the constants that only the unions know.
pub(super) fn spread(schemas: &mut Schemas) {
    let mut all: Vec<Told> = Vec::new();
    for node in &schemas.nodes {
        let Kind::Union(union) = &node.kind else {
            continue;
        };
        let Some(discriminator) = &union.discriminator else {
            continue;
        };
        let shared = shared(schemas, &union.branches, &discriminator.member);
        for branch in &union.branches {
            let Kind::Ref(root) = schemas.node(*branch).kind else {
                continue;
            };
            let mapped = discriminator.mapping.iter().filter(|(_, to)| *to == root);
            let told = Told {
                root,
                member: discriminator.member.clone(),
                words: mapped.map(|(word, _)| word.clone()).collect(),
                shares: shared.contains(branch),
            };
            add(&mut all, told);
        }
    }
    for told in all {
        let implied = told.words.is_empty();
        let words = match implied {
            true => vec![schemas.roots[told.root.0 as usize].name.clone()],
            false => told.words.clone(),
        };
        mark(schemas, &told, words, implied);
    }
}

/// The words that a schema has for a member.
fn words_of<'s>(schemas: &'s Schemas, schema: SchemaId, member: &str) -> &'s [String] {
    let Kind::Object(object) = schemas.kind(schema) else {
        return &[];
    };
    match object
        .member(member)
        .map(|found| schemas.kind(found.schema))
    {
        Some(Kind::Words(words)) => &words.words,
        _ => &[],
    }
}

/// The branches that have a word which another has, too, as heirs do that have those of their base.
fn shared(schemas: &Schemas, branches: &[SchemaId], member: &str) -> Vec<SchemaId> {
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for branch in branches {
        for word in words_of(schemas, *branch, member) {
            *counts.entry(word).or_default() += 1;
        }
    }
    let shares = |branch: &&SchemaId| {
        let mut words = words_of(schemas, **branch, member).iter();
        words.any(|word| counts.get(word.as_str()).is_some_and(|count| *count > 1))
    };
    branches.iter().filter(shares).copied().collect()
}

/// What unions say of a member of one of their branches.
struct Told {
    root: RootId,
    member: String,
    words: Vec<String>,
    /// Whether another branch has one of the words that this one has by itself.
    shares: bool,
}

/// Adds what one more union says: each may have words of its own for the same branch.
fn add(all: &mut Vec<Told>, told: Told) {
    let is_same = |known: &&mut Told| known.root == told.root && known.member == told.member;
    match all.iter_mut().find(is_same) {
        Some(known) => {
            let new = told.words.into_iter();
            let new: Vec<String> = new.filter(|word| !known.words.contains(word)).collect();
            known.words.extend(new);
            known.shares |= told.shares;
        }
        None => all.push(told),
    }
}

/// Some words as they stand among others, if all of them do, be it in other letters.
fn among(words: &[String], others: &[String]) -> Option<Vec<String>> {
    let find = |word: &String| {
        let exact = others.iter().find(|other| *other == word);
        exact.or_else(|| others.iter().find(|other| other.eq_ignore_ascii_case(word)))
    };
    words.iter().map(|word| find(word).cloned()).collect()
}

/// Makes a member of an object say these words, if it says none yet, or more than these.
fn mark(schemas: &mut Schemas, told: &Told, words: Vec<String>, implied: bool) {
    let (root, member) = (told.root, told.member.as_str());
    let object = schemas.behind(schemas.root(root).schema);
    let place = schemas.node(object).place.clone();
    let Kind::Object(found) = &schemas.node(object).kind else {
        return;
    };
    let known = found.member(member).map(|member| member.schema);
    // A word that nobody wrote is a guess: it is not added where the schema has no such member.
    if implied && known.is_none() {
        return;
    }
    let said = known.and_then(|schema| match schemas.kind(schema) {
        Kind::Words(said) => Some(said),
        _ => None,
    });
    let words = match said {
        // All words of a base are also those of its heirs, of which each has its own.
        Some(said) => match among(&words, &said.words) {
            Some(own) if told.shares && own.len() < said.words.len() => own,
            _ => return,
        },
        None => words,
    };
    let docs = known
        .map(|schema| schemas.node(schema).docs.clone())
        .unwrap_or_default();
    let schema = SchemaId(schemas.nodes.len() as u32);
    let kind = Kind::Words(Words {
        words,
        implied,
        ..Words::default()
    });
    schemas.nodes.push(Schema {
        docs,
        ..Schema::plain(place, kind)
    });
    let Kind::Object(found) = &mut schemas.node_mut(object).kind else {
        return;
    };
    match found.members.iter_mut().find(|known| known.name == member) {
        Some(known) => known.schema = schema,
        None => found.members.insert(
            0,
            Member {
                name: member.to_owned(),
                schema,
                required: true,
                because: Vec::new(),
                null_like: Vec::new(),
            },
        ),
    }
}
