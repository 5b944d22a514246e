//! What a run tells while it is under way, as a stream of events.

use api_object::{ApiObject, Extra, UnknownObject};

use crate::error::Error;
use crate::message::{Message, MessageDelta};
use crate::run::Run;
use crate::run_step::{RunStep, RunStepDelta};
use crate::thread::Thread;

/// Something that happened in a run: which event it is, and beside that its `data`.
///
/// A stream of server-sent events has the two on lines of their own; here they are one object, as which such a stream is read, too.
///
/// ```
/// use api_object::Reader;
/// use openai_example::stream::StreamEvent;
///
/// let stream: &[u8] = b"event: thread.created\ndata: {\"id\":\"thread_7\",\"object\":\"thread\",\"created_at\":10}\n\n\
///                       event: done\ndata: [DONE]\n\n";
/// let mut events = Reader::new().events::<StreamEvent, _>(stream).until("[DONE]").as_objects();
/// let created = events.next().unwrap()?;
/// assert!(matches!(&*created.data, StreamEvent::ThreadCreated(thread, _) if thread.id().as_str() == "thread_7"));
/// assert!(events.next().is_none() && events.is_done());
///
/// let json = r#"{"event":"thread.message.delta","data":{"object":"thread.message.delta","id":"msg_7",
///                "delta":{"content":[{"type":"text","index":0,"text":{"value":"Good"}}]}}}"#;
/// let event = api_object::from_str::<StreamEvent>(json)?.strict()?;
/// assert!(matches!(event, StreamEvent::MessageDelta(delta, _) if delta.id().as_str() == "msg_7"));
///
/// let last = api_object::from_str::<StreamEvent>(r#"{"event":"done","data":"[DONE]"}"#)?;
/// assert!(matches!(*last, StreamEvent::Done(..)));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(tag = "event", content = "data")]
pub enum StreamEvent {
    /// A thread was made.
    #[api(rename = "thread.created")]
    ThreadCreated(Box<Thread>, Extra),
    /// A run was made.
    #[api(rename = "thread.run.created")]
    RunCreated(Box<Run>, Extra),
    /// A run waits for its turn.
    #[api(rename = "thread.run.queued")]
    RunQueued(Box<Run>, Extra),
    /// A run is under way.
    #[api(rename = "thread.run.in_progress")]
    RunInProgress(Box<Run>, Extra),
    /// A run waits for what the caller's functions answer.
    #[api(rename = "thread.run.requires_action")]
    RunRequiresAction(Box<Run>, Extra),
    /// A run is done.
    #[api(rename = "thread.run.completed")]
    RunCompleted(Box<Run>, Extra),
    /// A run broke off at a limit.
    #[api(rename = "thread.run.incomplete")]
    RunIncomplete(Box<Run>, Extra),
    /// A run came to an error.
    #[api(rename = "thread.run.failed")]
    RunFailed(Box<Run>, Extra),
    /// A run is being called off.
    #[api(rename = "thread.run.cancelling")]
    RunCancelling(Box<Run>, Extra),
    /// A run was called off.
    #[api(rename = "thread.run.cancelled")]
    RunCancelled(Box<Run>, Extra),
    /// A run took too long.
    #[api(rename = "thread.run.expired")]
    RunExpired(Box<Run>, Extra),
    /// A step was begun.
    #[api(rename = "thread.run.step.created")]
    StepCreated(Box<RunStep>, Extra),
    /// A step is under way.
    #[api(rename = "thread.run.step.in_progress")]
    StepInProgress(Box<RunStep>, Extra),
    /// There is more of a step.
    #[api(rename = "thread.run.step.delta")]
    StepDelta(Box<RunStepDelta>, Extra),
    /// A step is done.
    #[api(rename = "thread.run.step.completed")]
    StepCompleted(Box<RunStep>, Extra),
    /// A step came to an error.
    #[api(rename = "thread.run.step.failed")]
    StepFailed(Box<RunStep>, Extra),
    /// The run of a step was called off.
    #[api(rename = "thread.run.step.cancelled")]
    StepCancelled(Box<RunStep>, Extra),
    /// The run of a step took too long.
    #[api(rename = "thread.run.step.expired")]
    StepExpired(Box<RunStep>, Extra),
    /// A message was begun.
    #[api(rename = "thread.message.created")]
    MessageCreated(Box<Message>, Extra),
    /// A message is being written.
    #[api(rename = "thread.message.in_progress")]
    MessageInProgress(Box<Message>, Extra),
    /// There is more of a message.
    #[api(rename = "thread.message.delta")]
    MessageDelta(Box<MessageDelta>, Extra),
    /// A message is whole.
    #[api(rename = "thread.message.completed")]
    MessageCompleted(Box<Message>, Extra),
    /// The writing of a message broke off.
    #[api(rename = "thread.message.incomplete")]
    MessageIncomplete(Box<Message>, Extra),
    /// Something went wrong.
    Error(Error, Extra),
    /// This was the last event.
    Done(EndOfStream, Extra),
    /// Something that these types do not know.
    #[api(unknown)]
    Other(UnknownObject),
}

/// What the last event of a stream says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, ApiObject)]
#[api(closed)]
pub enum EndOfStream {
    /// That this is all.
    #[api(rename = "[DONE]")]
    Done,
}
