//! A sample, held against its schema.

use super::fit::best;
use super::{Facts, MemberFacts, breach, empty};
use crate::document::{Number, Value};
use crate::plan::limits;
use crate::schema::{Asked, Bounds, Kind, Object, SchemaId, Schemas, Text};

/// Notes what a sample says; answers whether it is of the schema's kind.
pub(super) fn walk(schemas: &Schemas, id: SchemaId, sample: &Value, facts: &mut Facts) -> bool {
    let id = schemas.behind(id);
    facts.hold(schemas, id, sample);
    match (&schemas.node(id).kind, sample) {
        (Kind::Any(_), _) => true,
        (Kind::Ref(_), _) => true,
        (Kind::Bool(only), Value::Bool(value)) => {
            if only.is_some_and(|only| only != *value) {
                note(&mut facts.inconstant, id);
            }
            true
        }
        (Kind::Integer(bounds, format), Value::Number(number)) => {
            integer(id, (bounds, format.as_deref()), *number, facts)
        }
        (Kind::Text(asked), Value::String(text)) => quoted(id, asked, text, facts),
        (Kind::Text(asked), Value::Number(number)) => {
            asked.number.is_some() && number.as_whole().is_some()
        }
        (Kind::Number(_), Value::Number(_)) => true,
        (Kind::Words(words), Value::String(word)) => {
            if words.constant().is_some() {
                let seen = facts.constants.entry(id).or_default();
                if !seen.contains(word) {
                    seen.push(word.clone());
                }
            }
            true
        }
        (Kind::Object(object), Value::Map(_)) => {
            members(schemas, id, object, sample, facts);
            true
        }
        (Kind::Map(values, _), Value::Map(map)) => map.values().fold(true, |fits, value| {
            element(schemas, *values, value, facts) & fits
        }),
        (Kind::List(items, _, _), Value::List(list)) => list.iter().fold(true, |fits, value| {
            element(schemas, *items, value, facts) & fits
        }),
        (Kind::Union(union), sample) => match best(schemas, &facts.patterns, union, sample) {
            Some(branch) => walk(schemas, branch, sample, facts),
            // What no branch takes is kept as it is, if it is of a kind that any branch has, and asked what those are.
            None => {
                for branch in &union.branches {
                    facts.hold(schemas, schemas.behind(*branch), sample);
                }
                union
                    .branches
                    .iter()
                    .any(|b| !matches!(schemas.kind(*b), Kind::Object(_)))
                    || matches!(sample, Value::Map(_))
            }
        },
        _ => false,
    }
}

/// Notes what a sample of a whole number says; answers whether its type has room for it.
fn integer(
    id: SchemaId,
    (bounds, format): (&Bounds, Option<&str>),
    number: Number,
    facts: &mut Facts,
) -> bool {
    let Some(whole) = number.as_whole() else {
        note(&mut facts.fractions, id);
        return true;
    };
    if whole < 0 && bounds.low.is_some_and(|(low, _)| low.as_f64() >= 0.0) {
        note(&mut facts.negatives, id);
    }
    match format {
        Some("int32") => i32::try_from(whole).is_ok(),
        _ => i64::try_from(whole).is_ok() || u64::try_from(whole).is_ok(),
    }
}

/// Notes a string that should be a number, and is none; answers whether its type has room for it.
fn quoted(id: SchemaId, asked: &Text, text: &str, facts: &mut Facts) -> bool {
    if asked.number.is_none_or(|number| is_number(number, text)) {
        return true;
    }
    let is_nothing = text.is_empty();
    if !is_nothing {
        note(&mut facts.unquoted, id);
    }
    !is_nothing
}

/// Whether a text is a whole number as JSON has it, and one that an integer of Rust holds.
pub(super) fn is_number(number: &str, text: &str) -> bool {
    let (least, most) = limits(number);
    let whole = text.parse::<i128>().ok();
    let whole = whole.filter(|whole| whole.to_string() == text);
    whole.is_some_and(|whole| (least..=most).contains(&whole))
}

/// Whether a whole number would be a moment behind the year 5000, if it counted seconds; in milliseconds it lies behind 1973.
fn is_late(kind: &Kind, sample: &Value) -> bool {
    const LATE: i128 = 100_000_000_000;
    let whole = sample.as_number().and_then(|number| number.as_whole());
    matches!(kind, Kind::Integer(..)) && whole.is_some_and(|whole| whole >= LATE)
}

impl Facts {
    fn of_member(&mut self, object: SchemaId, place: usize) -> &mut MemberFacts {
        self.members.entry((object, place)).or_default()
    }

    /// Notes what a sample breaks of that which its schema asks of it.
    fn hold(&mut self, schemas: &Schemas, id: SchemaId, sample: &Value) {
        let kind = &schemas.node(id).kind;
        let mut broken = breach::of(kind, sample, &self.patterns);
        broken.extend(is_late(kind, sample).then_some(Asked::Seconds));
        if broken.is_empty() {
            return;
        }
        let known = self.broken.entry(id).or_default();
        for asked in broken {
            if !known.contains(&asked) {
                known.push(asked);
            }
        }
    }
}

impl MemberFacts {
    fn is_null_like(&mut self, value: &Value) {
        let shortest = empty::shortest(value);
        if !self.null_like.contains(&shortest) {
            self.null_like.push(shortest);
        }
    }
}

fn note(noted: &mut Vec<SchemaId>, id: SchemaId) {
    if !noted.contains(&id) {
        noted.push(id);
    }
}

fn element(schemas: &Schemas, items: SchemaId, sample: &Value, facts: &mut Facts) -> bool {
    if *sample != Value::Null || matches!(schemas.kind(items), Kind::Any(_)) {
        return walk(schemas, items, sample, facts);
    }
    if !schemas.nullable(items) {
        note(&mut facts.nulls, items);
    }
    true
}

fn members(schemas: &Schemas, id: SchemaId, object: &Object, sample: &Value, facts: &mut Facts) {
    for (place, member) in object.members.iter().enumerate() {
        let Some(value) = sample.get(&member.name) else {
            facts.of_member(id, place).absent += 1;
            continue;
        };
        facts.of_member(id, place).present += 1;
        ids(schemas, id, &member.name, value, facts);
        if *value == Value::Null {
            let takes_null = schemas.nullable(member.schema)
                || matches!(schemas.kind(member.schema), Kind::Any(_));
            facts.of_member(id, place).null += usize::from(!takes_null);
        } else if empty::stands_for_null(schemas, member, value) {
            facts.of_member(id, place).is_null_like(value);
        } else if !walk(schemas, member.schema, value, facts) {
            let fact = facts.of_member(id, place);
            match empty::is(value) {
                true => fact.is_null_like(value),
                false => fact.misfit = Some(value.kind()),
            }
        }
    }
}

/// Notes the samples that stand beside the members of an object.
pub(super) fn members_own(schemas: &Schemas, id: SchemaId, facts: &mut Facts) {
    let Kind::Object(object) = &schemas.node(id).kind else {
        return;
    };
    for member in &object.members {
        for sample in &schemas.node(member.schema).samples {
            ids(schemas, id, &member.name, sample, facts);
        }
    }
}

/// Notes the strings of a member, of which some name objects.
fn ids(schemas: &Schemas, object: SchemaId, name: &str, value: &Value, facts: &mut Facts) {
    let texts: Vec<&str> = match value {
        Value::String(text) => vec![text],
        Value::List(list) => list.iter().filter_map(Value::as_str).collect(),
        _ => return,
    };
    let Kind::Object(found) = &schemas.node(object).kind else {
        return;
    };
    let is_text = |id: SchemaId| matches!(schemas.kind(id), Kind::Text(_));
    let is_string = found
        .member(name)
        .is_some_and(|member| match schemas.kind(member.schema) {
            Kind::List(items, ..) => is_text(*items),
            _ => is_text(member.schema),
        });
    for text in texts
        .into_iter()
        .filter(|text| is_string && text.len() < 200)
    {
        facts
            .strings
            .push((object, name.to_owned(), text.to_owned()));
    }
}
