//! Whether a job that is written back is the JSON value that was read.

use serde_json::{Number, Value};

use crate::failure::Failure;

pub(crate) enum RoundTrip {
    Same,
    Changed,
    /// `serde_json`, by which both are judged, cannot hold the value: a number is too large, say.
    Unjudged(serde_json::Error),
}

impl RoundTrip {
    pub(crate) fn or_failure(self, name: &str) -> Result<(), Failure> {
        match self {
            RoundTrip::Changed => Err(Failure::Changed(name.to_owned())),
            RoundTrip::Same | RoundTrip::Unjudged(_) => Ok(()),
        }
    }
}

pub(crate) fn compare(read: &[u8], written: &str) -> RoundTrip {
    match (serde_json::from_slice(read), serde_json::from_str(written)) {
        (Ok(read), Ok(written)) if same(&read, &written) => RoundTrip::Same,
        (Ok(_), _) => RoundTrip::Changed,
        (Err(error), _) => RoundTrip::Unjudged(error),
    }
}

/// Members may stand in another order, and numbers may be spelled otherwise: `2` and `2.0`.
fn same(a: &Value, b: &Value) -> bool {
    match (a, b) {
        (Value::Number(a), Value::Number(b)) => same_number(a, b),
        (Value::Array(a), Value::Array(b)) => {
            a.len() == b.len() && a.iter().zip(b).all(|(a, b)| same(a, b))
        }
        (Value::Object(a), Value::Object(b)) => {
            let in_b = |(key, a): (&String, &Value)| b.get(key).is_some_and(|b| same(a, b));
            a.len() == b.len() && a.iter().all(in_b)
        }
        _ => a == b,
    }
}

fn same_number(a: &Number, b: &Number) -> bool {
    a == b || (a.is_f64() || b.is_f64()) && a.as_f64() == b.as_f64()
}
