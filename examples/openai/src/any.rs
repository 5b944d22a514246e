//! Any object, for whoever reads what others wrote down.

use api_object::{ApiObject, Deleted, Extra, Items, Str, UnknownObject};

use crate::assistant::Assistant;
use crate::batch::Batch;
use crate::file::File;
use crate::fine_tuning::{
    CheckpointPermission, FineTuningJob, FineTuningJobCheckpoint, FineTuningJobEvent,
};
use crate::ids::{AssistantId, FileId, MessageId, ModelId, PermissionId, ThreadId, VectorStoreId};
use crate::message::{Message, MessageDelta};
use crate::model::Model;
use crate::run::Run;
use crate::run_step::{RunStep, RunStepDelta};
use crate::thread::Thread;
use crate::upload::{Upload, UploadPart};
use crate::vector_store::{
    FileContent, SearchResults, VectorStore, VectorStoreFile, VectorStoreFileBatch,
};

/// Any object that says what it is.
///
/// ```
/// use openai_example::any::AnyObject;
///
/// let log = r#"[{"object":"thread","id":"thread_7","created_at":10,"metadata":{}},
///               {"object":"thread.deleted","id":"thread_7","deleted":true},
///               {"object":"file","id":"file-8","deleted":true},
///               {"object":"telegram","text":"Stop."}]"#;
/// let log = api_object::from_str::<Vec<AnyObject>>(log)?;
/// assert!(matches!(&log[0], AnyObject::Thread(thread) if thread.id().as_str() == "thread_7"));
/// assert!(matches!(&log[1], AnyObject::ThreadDeleted(receipt) if receipt.deleted));
/// assert!(matches!(&log[2], AnyObject::FileDeleted(_)));
/// assert!(matches!(&log[3], AnyObject::Other(_)));
/// assert_eq!(log.report().issues()[0].pointer.as_str(), "/3/object");
/// # Ok::<(), api_object::DecodeError>(())
/// ```
#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(tag)]
pub enum AnyObject {
    /// An assistant.
    Assistant(Box<Assistant>),
    /// The receipt for an assistant that was deleted.
    #[api(when(deleted = true))]
    AssistantDeleted(Deleted<Assistant, AssistantId>),
    /// A batch of requests.
    Batch(Box<Batch>),
    /// The permission to use a checkpoint.
    CheckpointPermission(CheckpointPermission),
    /// The receipt for a permission that was taken back.
    #[api(when(deleted = true))]
    CheckpointPermissionDeleted(Deleted<CheckpointPermission, PermissionId>),
    /// A file.
    File(Box<File>),
    /// The receipt for a file that was deleted.
    #[api(when(deleted = true))]
    FileDeleted(Deleted<File, FileId>),
    /// A fine-tuning job.
    FineTuningJob(Box<FineTuningJob>),
    /// A model that a job wrote down on its way.
    FineTuningJobCheckpoint(Box<FineTuningJobCheckpoint>),
    /// What a job told.
    FineTuningJobEvent(Box<FineTuningJobEvent>),
    /// A list of objects.
    List(AnyList),
    /// A message of a thread.
    Message(Box<Message>),
    /// The receipt for a message that was deleted.
    #[api(when(deleted = true))]
    MessageDeleted(Deleted<Message, MessageId>),
    /// What is new in a message.
    MessageDelta(Box<MessageDelta>),
    /// A model.
    Model(Box<Model>),
    /// The receipt for a model that was deleted.
    #[api(when(deleted = true))]
    ModelDeleted(Deleted<Model, ModelId>),
    /// A run of an assistant.
    Run(Box<Run>),
    /// A step of a run.
    RunStep(Box<RunStep>),
    /// What is new in a step.
    RunStepDelta(Box<RunStepDelta>),
    /// What a search found.
    SearchResults(Box<SearchResults>),
    /// A thread.
    Thread(Box<Thread>),
    /// The receipt for a thread that was deleted.
    #[api(when(deleted = true))]
    ThreadDeleted(Deleted<Thread, ThreadId>),
    /// A file on its way.
    Upload(Box<Upload>),
    /// A part of a file on its way.
    UploadPart(Box<UploadPart>),
    /// A vector store.
    VectorStore(Box<VectorStore>),
    /// The receipt for a store that was deleted.
    #[api(when(deleted = true))]
    VectorStoreDeleted(Deleted<VectorStore, VectorStoreId>),
    /// A file in a store.
    VectorStoreFile(Box<VectorStoreFile>),
    /// The receipt for a file that was taken out of its store.
    #[api(when(deleted = true))]
    VectorStoreFileDeleted(Deleted<VectorStoreFile, FileId>),
    /// Files that are added to a store together.
    VectorStoreFileBatch(Box<VectorStoreFileBatch>),
    /// What a file in a store holds.
    VectorStoreFileContent(Box<FileContent>),
    /// An object that these types do not know.
    #[api(unknown)]
    Other(UnknownObject),
}

/// A list of objects, each of which says what it is.
// Not the runtime's `List`: that takes any word for its tag, and so has none to be told by.
#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(object = "list")]
pub struct AnyList {
    /// The objects.
    data: Items<AnyObject>,
    /// The id of the first one.
    #[api(optional(nullable))]
    first_id: Option<Str>,
    /// The id of the last one, behind which the next page begins.
    #[api(optional(nullable))]
    last_id: Option<Str>,
    /// Whether there is another page.
    #[api(default)]
    has_more: bool,
    #[api(extra)]
    extra: Extra,
}
