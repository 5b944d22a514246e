//! What samples say of the schemas: where they contradict the document, the declaration follows them.

mod breach;
mod empty;
mod fit;
mod format;
mod observe;
mod patterns;
mod walk;

use std::collections::{BTreeMap, HashSet};

use crate::document::Value;
use crate::schema::{Asked, Kind, SchemaId, Schemas};
use patterns::Patterns;

pub use observe::{Observation, Unmatched, observations};

/// How deep lists and maps are looked into for what they hold.
const DEPTH: usize = 8;

/// What samples have where an object has a member.
#[derive(Debug, Default, Clone, PartialEq)]
pub(crate) struct MemberFacts {
    /// How often it is not there.
    absent: usize,
    /// How often it is there.
    present: usize,
    /// How often it is null where null is not allowed.
    null: usize,
    /// Values that stand for null, as one in which nothing is set does.
    null_like: Vec<Value>,
    /// Any other value that is not of the member's schema, in words.
    misfit: Option<&'static str>,
}

/// What all samples say.
#[derive(Debug, Default)]
pub struct Facts {
    members: BTreeMap<(SchemaId, usize), MemberFacts>,
    /// Words that are there in the place of a constant.
    constants: BTreeMap<SchemaId, Vec<String>>,
    /// Elements that are null where null is not allowed.
    nulls: Vec<SchemaId>,
    /// Integers that have a fraction, and those that are negative where the document has none.
    fractions: Vec<SchemaId>,
    negatives: Vec<SchemaId>,
    /// Strings that should be numbers, and are not all.
    unquoted: Vec<SchemaId>,
    /// What of that which is asked of values is not done by all.
    broken: BTreeMap<SchemaId, Vec<Asked>>,
    /// Booleans that are not always the constant one.
    inconstant: Vec<SchemaId>,
    /// The patterns that strings were held against.
    patterns: Patterns,
    /// What strings hold: the object, the member's name, the string.
    pub strings: Vec<(SchemaId, String, String)>,
}

/// Whether a value is what a schema asks of values of its kind.
pub(crate) fn is_asked(kind: &Kind, value: &Value) -> bool {
    breach::of(kind, value, &Patterns::default()).is_empty()
}

/// Looks at the document's own samples and at those that were observed.
pub fn gather(schemas: &Schemas, observed: &[Observation]) -> Facts {
    let mut facts = Facts::default();
    // What the document shows in several places, and somebody observed as well, is one sample.
    let mut seen = HashSet::new();
    let mut is_new = |schema: SchemaId, sample: &Value| {
        let is_large = matches!(sample, Value::Map(_) | Value::List(_));
        !is_large || seen.insert((schemas.behind(schema), sample.to_string()))
    };
    for (i, node) in schemas.nodes.iter().enumerate() {
        let schema = SchemaId(i as u32);
        for sample in node.samples.iter().filter(|sample| is_new(schema, sample)) {
            walk::walk(schemas, schema, sample, &mut facts);
        }
        walk::members_own(schemas, SchemaId(i as u32), &mut facts);
    }
    for observation in observed {
        let schema = schemas.root(observation.root).schema;
        if !is_new(schema, &observation.payload) {
            continue;
        }
        walk::walk(schemas, schema, &observation.payload, &mut facts);
    }
    facts
}

/// Corrects the schemas by the facts; each correction says why.
pub fn correct(schemas: &mut Schemas, facts: &Facts) {
    let mut reasons = Reasons::new();
    for (&(object, place), fact) in &facts.members {
        correct_member(schemas, object, place, fact);
    }
    for items in &facts.nulls {
        schemas.node_mut(*items).nullable = true;
        let why = "Its elements are never null by the document, but in samples.";
        reasons.entry(*items).or_default().push(why.to_owned());
    }
    for integer in &facts.fractions {
        if let Kind::Integer(bounds, _) = schemas.node(*integer).kind.clone() {
            schemas.node_mut(*integer).kind = Kind::Number(bounds);
            let why = "Whole by the document, but samples have fractions.";
            reasons.entry(*integer).or_default().push(why.to_owned());
        }
    }
    for integer in &facts.negatives {
        // The rule that says so is told of where it is written.
        if let Kind::Integer(_, format) = &mut schemas.node_mut(*integer).kind
            && !takes_negatives(format.as_deref())
        {
            *format = Some("int64".to_owned());
        }
    }
    for text in &facts.unquoted {
        let why = correct_quoted(schemas, *text);
        reasons.entry(*text).or_default().extend(why);
    }
    for (schema, broken) in &facts.broken {
        schemas.node_mut(*schema).broken.clone_from(broken);
    }
    for boolean in &facts.inconstant {
        let why = correct_boolean(schemas, *boolean);
        reasons.entry(*boolean).or_default().extend(why);
    }
    explain(schemas, &reasons);
    let constants: Vec<String> = all_constants(schemas);
    for (node, seen) in &facts.constants {
        correct_constant(schemas, *node, seen, &constants);
    }
}

/// Why schemas are other than the document has them, each in the order found.
type Reasons = BTreeMap<SchemaId, Vec<String>>;

/// Gives each member the reasons of its schema, and of what that is a list or a map of.
fn explain(schemas: &mut Schemas, reasons: &Reasons) {
    if reasons.is_empty() {
        return;
    }
    for i in 0..schemas.nodes.len() {
        let Kind::Object(object) = &schemas.nodes[i].kind else {
            continue;
        };
        let members = object.members.iter();
        let all: Vec<Vec<String>> = members
            .map(|member| reasons_of(schemas, member.schema, reasons))
            .collect();
        if let Kind::Object(object) = &mut schemas.nodes[i].kind {
            for (member, found) in object.members.iter_mut().zip(all) {
                member.because.extend(found);
            }
        }
    }
}

fn reasons_of(schemas: &Schemas, id: SchemaId, reasons: &Reasons) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let mut id = id;
    // A list may be one of itself.
    for _ in 0..DEPTH {
        let behind = schemas.behind(id);
        let of = [Some(id), Some(behind).filter(|behind| *behind != id)];
        for why in of
            .iter()
            .flatten()
            .filter_map(|id| reasons.get(id))
            .flatten()
        {
            if !found.contains(why) {
                found.push(why.clone());
            }
        }
        match &schemas.node(behind).kind {
            Kind::List(inner, ..) | Kind::Map(inner, _) => id = *inner,
            _ => break,
        }
    }
    found
}

fn correct_member(schemas: &mut Schemas, object: SchemaId, place: usize, fact: &MemberFacts) {
    let Kind::Object(found) = &schemas.node(object).kind else {
        return;
    };
    let Some(member) = found.members.get(place).cloned() else {
        return;
    };
    let mut because = Vec::new();
    let mut nullable = false;
    if member.required && fact.absent > 0 {
        let of = fact.absent + fact.present;
        let lack = if fact.absent == 1 { "lacks" } else { "lack" };
        because.push(format!(
            "Required by the document, but {} of {of} samples {lack} it.",
            fact.absent
        ));
    }
    if fact.null > 0 {
        nullable = true;
        because.push("Never null by the document, but null in samples.".to_owned());
    }
    let may_lack = !member.required || schemas.nullable(member.schema);
    if !fact.null_like.is_empty() {
        nullable |= !may_lack;
        let found: Vec<String> = fact.null_like.iter().map(|v| format!("`{v}`")).collect();
        let found = found.join(" or ");
        because.push(format!(
            "Samples have {found} here, which is as good as null."
        ));
    }
    if let Some(misfit) = fact.misfit {
        nullable |= !may_lack;
        because.push(format!("Samples have {misfit} here, which is set aside."));
    }
    schemas.node_mut(member.schema).nullable |= nullable;
    if let Kind::Object(found) = &mut schemas.node_mut(object).kind
        && let Some(member) = found.members.get_mut(place)
    {
        member.required &= fact.absent == 0;
        member.because.extend(because);
        member.null_like.clone_from(&fact.null_like);
    }
}

/// Whether the type of a whole number of this format has negative ones, whatever its bounds are.
fn takes_negatives(format: Option<&str>) -> bool {
    const SIGNED: &[&str] = &[
        "int32",
        "int64",
        "unixtime",
        "unix-time",
        "timestamp",
        "unix-timestamp",
    ];
    format.is_some_and(|format| SIGNED.contains(&format))
}

/// A string that samples have with other texts than numbers is any string. Answers why.
fn correct_quoted(schemas: &mut Schemas, text: SchemaId) -> Option<String> {
    let Kind::Text(asked) = &mut schemas.node_mut(text).kind else {
        return None;
    };
    asked.number.take()?;
    let place = schemas.node(text).place.clone();
    let what = "that it is a number in quotes is not asked, since samples have other texts";
    schemas.problem(&place, what, false);
    Some("A number in quotes by the document, but not in all samples.".to_owned())
}

/// A boolean that samples have in both ways is not constant. Answers why.
fn correct_boolean(schemas: &mut Schemas, boolean: SchemaId) -> Option<String> {
    let Kind::Bool(only) = &mut schemas.node_mut(boolean).kind else {
        return None;
    };
    let only = only.take()?;
    let what = format!("that it is always {only} is not asked, since samples have the other");
    let place = schemas.node(boolean).place.clone();
    schemas.problem(&place, what, false);
    Some(format!(
        "Always `{only}` by the document, but not in samples."
    ))
}

fn all_constants(schemas: &Schemas) -> Vec<String> {
    let words = schemas.nodes.iter().filter_map(|node| match &node.kind {
        Kind::Words(words) => words.constant().map(str::to_owned),
        _ => None,
    });
    words.collect()
}

/// A constant that samples spell otherwise: a guess is replaced, another word of nobody is a former one, and a word of
/// some other object makes it no constant at all.
fn correct_constant(schemas: &mut Schemas, node: SchemaId, seen: &[String], taken: &[String]) {
    let Kind::Words(words) = &mut schemas.node_mut(node).kind else {
        return;
    };
    let others: Vec<String> = seen
        .iter()
        .filter(|word| !words.words.contains(word))
        .cloned()
        .collect();
    match (words.implied, others.as_slice()) {
        (_, []) => {}
        (true, [word]) if seen.len() == 1 => words.words = vec![word.clone()],
        (false, others) if others.iter().all(|word| !taken.contains(word)) => {
            words.former.extend(others.iter().cloned());
        }
        (_, others) => words.words.extend(others.iter().cloned()),
    }
}
