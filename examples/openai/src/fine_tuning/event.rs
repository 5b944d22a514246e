//! What a job tells while it runs.

use std::collections::BTreeMap;

use api_object::{ApiObject, Extra, RawJson, UnixSeconds, UnknownValue};

/// Something that happened to a job.
#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(object = "fine_tuning.job.event")]
pub struct FineTuningJobEvent {
    /// Names the event.
    #[api(id("ftevent-", "ft-event-"), immutable)]
    id: FineTuningJobEventId,
    /// When it happened.
    #[api(immutable)]
    created_at: UnixSeconds,
    /// How serious it is.
    level: EventLevel,
    /// What happened, for people.
    message: String,
    /// What is in `data`.
    #[api(optional)]
    r#type: Option<EventType>,
    /// What happened, for programs.
    #[api(optional(nullable))]
    data: Option<BTreeMap<String, RawJson>>,
    #[api(extra)]
    extra: Extra,
}

/// How serious an event is.
#[derive(Debug, Clone, PartialEq, Eq, Hash, ApiObject)]
pub enum EventLevel {
    /// Good to know.
    Info,
    /// Something to look at.
    #[api(alias = "warning")]
    Warn,
    /// Something went wrong.
    Error,
    /// A level that these types do not know.
    #[api(unknown)]
    Other(UnknownValue),
}

/// What an event is about.
#[derive(Debug, Clone, PartialEq, Eq, Hash, ApiObject)]
pub enum EventType {
    /// Words.
    Message,
    /// Numbers.
    Metrics,
    /// Something that these types do not know.
    #[api(unknown)]
    Other(UnknownValue),
}
