//! What a discriminator says goes into the branches, as the constant of a member.

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
        for branch in &union.branches {
            let Kind::Ref(root) = schemas.node(*branch).kind else {
                continue;
            };
            let mapped = discriminator.mapping.iter().filter(|(_, to)| *to == root);
            let words = mapped.map(|(word, _)| word.clone()).collect();
            add(&mut all, (root, &discriminator.member), words);
        }
    }
    for told in all {
        let implied = told.words.is_empty();
        let words = match implied {
            true => vec![schemas.roots[told.root.0 as usize].name.clone()],
            false => told.words,
        };
        mark(schemas, told.root, &told.member, words, implied);
    }
}

/// What unions say of a member of one of their branches.
struct Told {
    root: RootId,
    member: String,
    words: Vec<String>,
}

/// Adds what one more union says: each may have words of its own for the same branch.
fn add(all: &mut Vec<Told>, (root, member): (RootId, &str), words: Vec<String>) {
    let known = all
        .iter_mut()
        .find(|told| told.root == root && told.member == member);
    match known {
        Some(told) => {
            let new = words.into_iter();
            let new: Vec<String> = new.filter(|word| !told.words.contains(word)).collect();
            told.words.extend(new);
        }
        None => all.push(Told {
            root,
            member: member.to_owned(),
            words,
        }),
    }
}

/// Makes a member of an object say these words, if it says none yet.
fn mark(schemas: &mut Schemas, root: RootId, member: &str, words: Vec<String>, implied: bool) {
    let object = schemas.behind(schemas.root(root).schema);
    let place = schemas.node(object).place.clone();
    let Kind::Object(found) = &schemas.node(object).kind else {
        return;
    };
    let known = found.member(member).map(|member| member.schema);
    let says = known.is_some_and(|schema| matches!(schemas.kind(schema), Kind::Words(_)));
    // A word that nobody wrote is a guess: it is not added where the schema has no such member.
    if says || (implied && known.is_none()) {
        return;
    }
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
