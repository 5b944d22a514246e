//! One sample, read as a type and written again.

use api_object::{ApiObject, Fill, Report};
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::json_value::JsonValue;

/// What became of a sample.
pub(crate) enum Outcome {
    /// It came back as it came; where it deviates.
    Equal(Report),
    /// It was read, and something of it was lost.
    Lost(String),
    /// It was not read: the places, each with its message.
    Refused(Vec<String>),
}

/// Reads a sample; what can be read must come back by both writers, and serde must read it alike.
pub(crate) fn attempt<T>(json: &str) -> Outcome
where
    T: ApiObject + for<'de> Fill<'de> + Serialize + DeserializeOwned,
{
    let value = match api_object::from_str::<T>(json) {
        Ok(value) => value,
        Err(error) => {
            let places = error
                .issues()
                .map(|at| format!("{} {}", at.issue.pointer, at.issue.message));
            return Outcome::Refused(places.collect());
        }
    };
    let sent = JsonValue::read(json);
    let ours = api_object::to_string(&value);
    if JsonValue::read(&ours) != sent {
        return Outcome::Lost(format!("came back as {ours}"));
    }
    let theirs = serde_json::to_string(&value).expect("serde_json writes it");
    if JsonValue::read(&theirs) != sent {
        return Outcome::Lost(format!("came back by serde as {theirs}"));
    }
    // By what it writes: raw values are equal where their texts are, and serde may read their members in another order.
    match serde_json::from_str::<T>(json).map(|read| api_object::to_string(&read)) {
        Ok(read) if JsonValue::read(&read) != sent => Outcome::Lost(format!("serde reads {read}")),
        _ => Outcome::Equal(value.report()),
    }
}
