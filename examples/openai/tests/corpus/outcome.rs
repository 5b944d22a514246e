//! One sample, read as a type and written again.

use api_object::{ApiObject, Fill, Report};
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::json_value::JsonValue;
use crate::tolerance::{Tolerated, tolerate};

/// What became of a sample.
pub(crate) enum Outcome {
    /// It came back as it came; where it deviates, and what serde alone made of it.
    Equal(Report, Result<(), String>),
    /// It was read, and something of it was lost.
    Lost(String),
    /// It was not read: the places, each with its message.
    Refused(Vec<String>),
}

/// All that is tried with a sample.
pub(crate) struct Attempt {
    pub(crate) outcome: Outcome,
    pub(crate) tolerated: Tolerated,
}

pub(crate) fn attempt<T>(json: &str) -> Attempt
where
    T: ApiObject + for<'de> Fill<'de> + Serialize + DeserializeOwned,
{
    Attempt {
        outcome: outcome::<T>(json),
        tolerated: tolerate::<T>(json),
    }
}

/// Reads a sample; what can be read must come back by both writers, and serde must read it alike.
fn outcome<T>(json: &str) -> Outcome
where
    T: ApiObject + for<'de> Fill<'de> + Serialize + DeserializeOwned,
{
    let value = match api_object::from_str::<T>(json) {
        Ok(value) => value,
        Err(error) => {
            if serde_json::from_str::<T>(json).is_ok() {
                return Outcome::Lost(format!("serde reads what is refused: {error}"));
            }
            let places = error
                .issues()
                .map(|at| format!("{} {}", at.issue.pointer, at.issue.message()));
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
    let report = value.report();
    let by_serde = by_serde::<T>(json, &sent, &report);
    Outcome::Equal(report, by_serde)
}

/// The same by `serde_json` both ways; what it reads must come back by our writer, too, and deviate alike.
fn by_serde<T>(json: &str, sent: &JsonValue, report: &Report) -> Result<(), String>
where
    T: ApiObject + Serialize + DeserializeOwned,
{
    let value: T = serde_json::from_str(json).map_err(|error| error.to_string())?;
    let written = serde_json::to_string(&value).map_err(|error| error.to_string())?;
    for back in [written, api_object::to_string(&value)] {
        if JsonValue::read(&back) != *sent {
            return Err(format!("came back as {back}"));
        }
    }
    match value.check() == *report {
        true => Ok(()),
        false => Err(format!("deviates so: {}", value.check())),
    }
}
