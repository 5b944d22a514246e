//! The same samples as others hold them: a log of any objects, and a stream of events.

use openai_example::any::AnyObject;
use openai_example::stream::StreamEvent;
use serde::Deserialize;

use crate::outcome::{Attempt, Outcome, attempt};
use crate::table::{ASSISTANTS, LISTS, OBJECTS, RECEIPTS, Row, row};

/// Samples without a tag, which nothing tells what they are.
const UNTAGGED: &[&str] = &["VectorStoreFileContentResponse"];

/// Each object, list and receipt, read as any object.
pub(crate) fn any_objects() -> impl Iterator<Item = Row> {
    let families = [OBJECTS, ASSISTANTS, LISTS, RECEIPTS];
    let rows = families.into_iter().flatten().map(row);
    let tagged = rows.filter(|row| !UNTAGGED.contains(&row.schema));
    tagged.map(|row| Row {
        attempt: attempt::<AnyObject>,
        ..row
    })
}

/// What is sent as `data` of a stream's events, in such events.
pub(crate) fn events() -> impl Iterator<Item = Row> {
    let rows = ASSISTANTS.iter().map(row);
    let streamed = rows.filter(|row| row.schema != "AssistantObject");
    streamed.map(|row| Row {
        attempt: attempt_as_event,
        ..row
    })
}

/// What tells to which event an object belongs.
#[derive(Deserialize)]
struct Head<'a> {
    object: &'a str,
    status: Option<&'a str>,
}

impl Head<'_> {
    /// `thread.run.queued`: its tag and its status, of which deltas have none.
    fn event(&self) -> String {
        let Head { object, status } = self;
        match object.ends_with(".delta") {
            true => (*object).to_owned(),
            false => format!("{object}.{}", status.unwrap_or("created")),
        }
    }
}

/// The event as it is usually written, and with its data before the word that says what they are.
fn attempt_as_event(data: &str) -> Attempt {
    let head: Head<'_> = serde_json::from_str(data).expect("a tag, and perhaps a status");
    let event = head.event();
    let late = attempt::<StreamEvent>(&format!(r#"{{"data":{data},"event":"{event}"}}"#));
    match late.outcome {
        Outcome::Equal(_, Ok(())) => {
            attempt::<StreamEvent>(&format!(r#"{{"event":"{event}","data":{data}}}"#))
        }
        _ => late,
    }
}
