//! What `x-api-object` says of a member: statuses, rules of presence, orders.

use crate::document::Value;
use crate::plan::model::Hints;
use crate::plan::names::field;
use crate::plan::planner::Planner;
use crate::schema::{Kind, SchemaId};

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
            let arrows = statuses
                .iter()
                .map(|(status, next)| (status.clone(), strings(next)));
            hints.status = arrows.collect();
            self.complete(schema, &mut hints);
        }
        hints
    }

    /// Statuses that only the document lists are in the table, too; arrows to what is not there are not.
    fn complete(&mut self, schema: SchemaId, hints: &mut Hints) {
        if let Kind::Words(words) = self.schemas.kind(schema) {
            for word in &words.words {
                if !hints.status.iter().any(|(status, _)| status == word) {
                    hints.status.push((word.clone(), Vec::new()));
                }
            }
        }
        let known: Vec<String> = hints
            .status
            .iter()
            .map(|(status, _)| status.clone())
            .collect();
        let mut strays = Vec::new();
        for (_, next) in &mut hints.status {
            next.retain(|to| {
                let is_known = known.contains(to) || to == "end";
                if !is_known {
                    strays.push(to.clone());
                }
                is_known
            });
        }
        for stray in strays {
            self.note(
                schema,
                format!("an arrow leads to `{stray}`, which is no status"),
                false,
            );
        }
    }
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
