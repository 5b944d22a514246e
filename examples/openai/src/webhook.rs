//! Webhooks: what the API tells by itself.

use api_object::{ApiObject, Extra, Str, UnixSeconds, UnknownObject};

use crate::ids::{BatchId, EvalRunId, FineTuningJobId, ResponseId};

/// Something that happened, told apart by its `type`.
#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(tag = "type")]
pub enum WebhookEvent {
    /// A batch was called off.
    #[api(rename = "batch.cancelled")]
    BatchCancelled(Event<Reference<BatchId>>),
    /// A batch is done.
    #[api(rename = "batch.completed")]
    BatchCompleted(Event<Reference<BatchId>>),
    /// The time of a batch was over.
    #[api(rename = "batch.expired")]
    BatchExpired(Event<Reference<BatchId>>),
    /// A batch came to an error.
    #[api(rename = "batch.failed")]
    BatchFailed(Event<Reference<BatchId>>),
    /// An evaluation was called off.
    #[api(rename = "eval.run.canceled")]
    EvalRunCanceled(Event<Reference<EvalRunId>>),
    /// An evaluation came to an error.
    #[api(rename = "eval.run.failed")]
    EvalRunFailed(Event<Reference<EvalRunId>>),
    /// An evaluation is done.
    #[api(rename = "eval.run.succeeded")]
    EvalRunSucceeded(Event<Reference<EvalRunId>>),
    /// A fine-tuning job was called off.
    #[api(rename = "fine_tuning.job.cancelled")]
    FineTuningJobCancelled(Event<Reference<FineTuningJobId>>),
    /// A fine-tuning job came to an error.
    #[api(rename = "fine_tuning.job.failed")]
    FineTuningJobFailed(Event<Reference<FineTuningJobId>>),
    /// A fine-tuning job is done.
    #[api(rename = "fine_tuning.job.succeeded")]
    FineTuningJobSucceeded(Event<Reference<FineTuningJobId>>),
    /// Somebody calls a live session.
    #[api(rename = "live.call.incoming")]
    LiveCallIncoming(Event<LiveCall>),
    /// Somebody calls a model.
    #[api(rename = "realtime.call.incoming")]
    RealtimeCallIncoming(Event<RealtimeCall>),
    /// A response was called off.
    #[api(rename = "response.cancelled")]
    ResponseCancelled(Event<Reference<ResponseId>>),
    /// A response is done.
    #[api(rename = "response.completed")]
    ResponseCompleted(Event<Reference<ResponseId>>),
    /// A response came to an error.
    #[api(rename = "response.failed")]
    ResponseFailed(Event<Reference<ResponseId>>),
    /// A response broke off.
    #[api(rename = "response.incomplete")]
    ResponseIncomplete(Event<Reference<ResponseId>>),
    /// Something that these types do not know.
    #[api(unknown)]
    Other(UnknownObject),
}

/// What all events have, around what happened. The document has their `object`, and no sample does.
// An envelope for each variant, and not `content = "data"`: so what is common to all events has fields, too.
#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(object("event", optional))]
pub struct Event<T> {
    /// Names the event.
    id: EventId,
    /// When it happened.
    created_at: UnixSeconds,
    /// What it happened to.
    data: T,
    #[api(extra)]
    extra: Extra,
}

/// Names an event.
#[derive(Debug, Clone, PartialEq, Eq, Hash, ApiObject)]
#[api(id = "evt_")]
pub struct EventId(Str);

/// The object that something happened to, by its id.
#[derive(Debug, Clone, PartialEq, ApiObject)]
pub struct Reference<Id> {
    /// Names the object.
    id: Id,
    #[api(extra)]
    extra: Extra,
}

/// A call that a live session can take.
#[derive(Debug, Clone, PartialEq, ApiObject)]
pub struct LiveCall {
    /// Names the session.
    session_id: CallId,
    /// What the telephone said.
    sip_headers: Vec<SipHeader>,
    #[api(extra)]
    extra: Extra,
}

/// A call that a model can take.
#[derive(Debug, Clone, PartialEq, ApiObject)]
pub struct RealtimeCall {
    /// Names the call.
    call_id: CallId,
    /// What the telephone said.
    sip_headers: Vec<SipHeader>,
    #[api(extra)]
    extra: Extra,
}

/// Names a call.
#[derive(Debug, Clone, PartialEq, Eq, Hash, ApiObject)]
#[api(id = "rtc_")]
pub struct CallId(Str);

/// A header of the telephone's protocol.
#[derive(Debug, Clone, PartialEq, ApiObject)]
pub struct SipHeader {
    /// Its name.
    name: String,
    /// What it says.
    value: String,
    #[api(extra)]
    extra: Extra,
}
