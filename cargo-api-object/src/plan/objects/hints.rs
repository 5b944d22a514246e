//! What `x-api-object` says of a member: statuses, rules of presence, orders.

use crate::document::Value;
use crate::plan::model::{Field, Hints, Status};
use crate::plan::names::{Scope, field, snake_ident, variant};
use crate::plan::planner::Planner;
use crate::schema::{Kind, SchemaId};

/// The most statuses of a table.
const MOST: usize = 64;
const PRESENCE: &[&str] = &["set_in", "null_in", "only_in", "once"];
const FLAGS: &[&str] = &["immutable", "set_once", "secret"];
const ORDERS: &[&str] = &["not_before", "not_after", "at_least", "at_most"];
/// Keys that are read elsewhere: for ids, for names.
const OTHERS: &[&str] = &["name", "prefix", "status", "null_like"];

impl Planner<'_> {
    pub(in crate::plan) fn hints(&mut self, schema: SchemaId) -> Hints {
        let mut hints = Hints::default();
        let Some(Value::Map(written)) = &self.schemas.node(schema).hints else {
            return hints;
        };
        for (key, value) in written {
            let known =
                |all: &'static [&'static str]| all.iter().find(|known| *known == key).copied();
            if let Some(key) = known(PRESENCE) {
                hints.presence.push((key, strings(value)));
            } else if let Some(flag) = known(FLAGS) {
                hints
                    .flags
                    .extend((value.as_bool() == Some(true)).then_some(flag));
            } else if let Some(key) = known(ORDERS) {
                hints
                    .orders
                    .extend(value.as_str().map(|other| (key, field(other))));
            } else if known(OTHERS).is_none() {
                self.note(schema, format!("`x-api-object` has no key `{key}`"), false);
            }
        }
        if let Some(Value::List(values)) = written.get("null_like") {
            hints.null_like.clone_from(values);
        }
        if let Some(Value::Map(statuses)) = written.get("status") {
            let mut table: Vec<(String, Vec<String>)> = statuses
                .iter()
                .map(|(status, next)| (status.clone(), strings(next)))
                .collect();
            self.complete(schema, &mut table);
            hints.status = named(table);
        }
        hints
    }

    /// Statuses that only the document lists are in the table, too; arrows to what is not there are not.
    fn complete(&mut self, schema: SchemaId, table: &mut Vec<(String, Vec<String>)>) {
        if let Kind::Words(words) = self.schemas.kind(schema) {
            for word in &words.words {
                if !table.iter().any(|(status, _)| status == word) {
                    table.push((word.clone(), Vec::new()));
                }
            }
        }
        if table.len() > MOST {
            self.note(
                schema,
                format!("a table of more than {MOST} statuses is left out"),
                false,
            );
            table.clear();
        }
        let known: Vec<String> = table.iter().map(|(status, _)| status.clone()).collect();
        for (_, next) in table {
            let (kept, strays): (Vec<_>, Vec<_>) = std::mem::take(next)
                .into_iter()
                .partition(|to| known.contains(to) || to == "end");
            *next = kept;
            for stray in strays {
                self.note(
                    schema,
                    format!("an arrow leads to `{stray}`, which is no status"),
                    false,
                );
            }
        }
    }

    /// Leaves out what hints say of statuses and fields that are not there.
    pub(in crate::plan) fn judge(&mut self, object: SchemaId, fields: &mut [Field]) {
        let table = fields.iter().find(|field| !field.hints.status.is_empty());
        let table: Vec<Status> = table
            .map(|field| field.hints.status.clone())
            .unwrap_or_default();
        let has_arrows = table.iter().any(|status| !status.next.is_empty());
        let is_status = |name: &String| {
            let name = name.strip_prefix('!').unwrap_or(name);
            let is_group = matches!(name, "active" | "ended") && has_arrows;
            is_group || table.iter().any(|status| status.word == name)
        };
        let names: Vec<String> = fields.iter().map(|field| field.ident.clone()).collect();
        let mut strays = Vec::new();
        for field in fields {
            for (_, statuses) in &mut field.hints.presence {
                strays.extend(statuses.iter().filter(|name| !is_status(name)).cloned());
                statuses.retain(is_status);
            }
            field
                .hints
                .presence
                .retain(|(_, statuses)| !statuses.is_empty());
            let own = field.ident.clone();
            let is_field = |other: &String| *other != own && names.contains(other);
            strays.extend(
                field
                    .hints
                    .orders
                    .iter()
                    .map(|(_, other)| other)
                    .filter(|o| !is_field(o))
                    .cloned(),
            );
            field.hints.orders.retain(|(_, other)| is_field(other));
        }
        for stray in strays {
            self.note(
                object,
                format!("`x-api-object` names `{stray}`, which is not there"),
                false,
            );
        }
    }
}

/// Gives each status a variant of its own; the table makes `Unknown` itself.
fn named(table: Vec<(String, Vec<String>)>) -> Vec<Status> {
    let mut scope = Scope::default();
    for own in ["Unknown", "NoStatus"] {
        let _ = scope.claim(own);
    }
    let statuses = table.into_iter().map(|(word, next)| {
        let usual = variant(&word);
        let given = scope.claim(&usual);
        let is_plain = given == usual && snake_ident(&word).is_some();
        Status {
            word,
            variant: (!is_plain).then_some(given),
            next,
        }
    });
    statuses.collect()
}

/// A string, or the strings of a list.
fn strings(value: &Value) -> Vec<String> {
    let list = match value {
        Value::List(list) => list.as_slice(),
        one => std::slice::from_ref(one),
    };
    list.iter()
        .filter_map(Value::as_str)
        .map(str::to_owned)
        .collect()
}
