//! What documents say of single words and numbers of an enum: names in code, and prose.

use std::collections::BTreeMap;

use super::gather::Parts;
use super::model::Schema;
use crate::document::{Target, Value};

/// What generators of documents write names beside an enum under, in its order.
const NAMES: &[&str] = &["x-enum-varnames", "x-enumNames", "x-enum-names"];
/// The same of prose, in its order or by its words.
const PROSE: &[&str] = &[
    "x-enum-descriptions",
    "x-enumDescriptions",
    "x-enum-comments",
];

/// What a document says of one word.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ToldOf {
    /// What it is called in code; empty where nothing is said.
    pub name: String,
    /// Its prose.
    pub docs: String,
}

/// What is said of each word; nothing of those of which nothing is said.
pub(super) fn of_words(words: &[String], parts: &Parts) -> BTreeMap<String, ToldOf> {
    let mut found = BTreeMap::new();
    for (value, told) in listed(parts) {
        let word = value
            .as_str()
            .map_or_else(|| value.to_string(), str::to_owned);
        if words.contains(&word) {
            found.entry(word).or_insert(told);
        }
    }
    found
}

/// What is said of the numbers of an enum, as items of a list.
pub(super) fn of_numbers(parts: &Parts) -> Vec<String> {
    let listed = listed(parts).into_iter();
    listed
        .map(|(value, told)| item(&value.to_string(), &told))
        .collect()
}

/// What is said of a number that a branch of a union allows.
pub(super) fn of_branch(number: &str, branch: &Schema) -> Option<String> {
    let told = ToldOf {
        name: branch.title.clone(),
        docs: match branch.docs == branch.title {
            true => String::new(),
            false => branch.docs.clone(),
        },
    };
    (told != ToldOf::default()).then(|| item(number, &told))
}

fn item(value: &str, told: &ToldOf) -> String {
    let docs = told.docs.split("\n\n").next().unwrap_or_default();
    let docs = docs.split_whitespace().collect::<Vec<_>>().join(" ");
    let gap = match (told.name.is_empty(), docs.is_empty()) {
        (false, false) => ": ",
        _ => "",
    };
    format!("- `{value}`: {}{gap}{docs}", told.name)
}

/// The values of the enums of the parts of which something is said.
fn listed(parts: &Parts) -> Vec<(Value, ToldOf)> {
    let mut found = Vec::new();
    for part in &parts.all {
        let values = part.value().get("enum").and_then(Value::as_list);
        for (i, value) in values.unwrap_or_default().iter().enumerate() {
            let told = ToldOf {
                name: said(part, NAMES, i, value),
                docs: said(part, PROSE, i, value),
            };
            if told != ToldOf::default() && *value != Value::Null {
                found.push((value.clone(), told));
            }
        }
    }
    found
}

fn said(part: &Target, keys: &[&str], place: usize, value: &Value) -> String {
    let lists = keys.iter().filter_map(|key| part.value().get(key));
    let mut texts = lists.filter_map(|list| match list {
        Value::List(list) => list.get(place)?.as_str(),
        Value::Map(map) => {
            let word = value
                .as_str()
                .map_or_else(|| value.to_string(), str::to_owned);
            map.get(&word)?.as_str()
        }
        _ => None,
    });
    texts.next().unwrap_or_default().trim().to_owned()
}
