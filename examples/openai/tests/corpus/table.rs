//! Which schema is which type.

use openai_example::batch::Batch;
use openai_example::deleted::Deleted;
use openai_example::file::File;
use openai_example::fine_tuning::{
    CheckpointPermission, FineTuningJob, FineTuningJobCheckpoint, FineTuningJobEvent,
};
use openai_example::ids::{FileId, MessageId, ModelId, PermissionId, ThreadId, VectorStoreId};
use openai_example::list::Page;
use openai_example::message::{Message, MessageDelta};
use openai_example::model::Model;
use openai_example::run::Run;
use openai_example::run_step::{RunStep, RunStepDelta};
use openai_example::thread::Thread;
use openai_example::upload::{Upload, UploadPart};
use openai_example::vector_store::{
    FileContent, SearchResults, VectorStore, VectorStoreFile, VectorStoreFileBatch,
};
use openai_example::webhook::WebhookEvent;

use crate::outcome::{Outcome, attempt};

/// A schema, how its samples are read, and how many of them can be.
#[derive(Clone, Copy)]
pub(crate) struct Row {
    pub(crate) schema: &'static str,
    pub(crate) attempt: fn(&str) -> Outcome,
    pub(crate) decoded: usize,
}

/// All schemas that a type is declared for.
pub(crate) fn rows() -> impl Iterator<Item = Row> {
    let families = [OBJECTS, ASSISTANTS, LISTS, RECEIPTS, WEBHOOKS];
    let rows = families.into_iter().flatten();
    rows.map(|&(schema, attempt, decoded)| Row {
        schema,
        attempt,
        decoded,
    })
}

type Entry = (&'static str, fn(&str) -> Outcome, usize);

const OBJECTS: &[Entry] = &[
    ("Batch", attempt::<Batch>, 4),
    (
        "FineTuningCheckpointPermission",
        attempt::<CheckpointPermission>,
        1,
    ),
    ("FineTuningJob", attempt::<FineTuningJob>, 10),
    (
        "FineTuningJobCheckpoint",
        attempt::<FineTuningJobCheckpoint>,
        1,
    ),
    ("FineTuningJobEvent", attempt::<FineTuningJobEvent>, 1),
    ("Model", attempt::<Model>, 1),
    ("OpenAIFile", attempt::<File>, 2),
    ("Upload", attempt::<Upload>, 4),
    ("UploadPart", attempt::<UploadPart>, 2),
    (
        "VectorStoreFileBatchObject",
        attempt::<VectorStoreFileBatch>,
        3,
    ),
    ("VectorStoreFileContentResponse", attempt::<FileContent>, 1),
    ("VectorStoreFileObject", attempt::<VectorStoreFile>, 3),
    ("VectorStoreObject", attempt::<VectorStore>, 3),
];

const ASSISTANTS: &[Entry] = &[
    ("MessageDeltaObject", attempt::<MessageDelta>, 9),
    ("MessageObject", attempt::<Message>, 10),
    ("RunObject", attempt::<Run>, 9),
    ("RunStepDeltaObject", attempt::<RunStepDelta>, 6),
    ("RunStepObject", attempt::<RunStep>, 9),
    ("ThreadObject", attempt::<Thread>, 7),
];

const LISTS: &[Entry] = &[
    ("ListFilesResponse", attempt::<Page<File>>, 1),
    (
        "ListFineTuningCheckpointPermissionResponse",
        attempt::<Page<CheckpointPermission>>,
        2,
    ),
    (
        "ListFineTuningJobCheckpointsResponse",
        attempt::<Page<FineTuningJobCheckpoint>>,
        1,
    ),
    (
        "ListFineTuningJobEventsResponse",
        attempt::<Page<FineTuningJobEvent>>,
        1,
    ),
    ("ListMessagesResponse", attempt::<Page<Message>>, 1),
    ("ListModelsResponse", attempt::<Page<Model>>, 1),
    ("ListRunStepsResponse", attempt::<Page<RunStep>>, 1),
    ("ListRunsResponse", attempt::<Page<Run>>, 1),
    (
        "ListVectorStoreFilesResponse",
        attempt::<Page<VectorStoreFile>>,
        1,
    ),
    ("ListVectorStoresResponse", attempt::<Page<VectorStore>>, 1),
    ("VectorStoreSearchResultsPage", attempt::<SearchResults>, 1),
];

const RECEIPTS: &[Entry] = &[
    ("DeleteFileResponse", attempt::<Deleted<FileId>>, 1),
    (
        "DeleteFineTuningCheckpointPermissionResponse",
        attempt::<Deleted<PermissionId>>,
        1,
    ),
    ("DeleteMessageResponse", attempt::<Deleted<MessageId>>, 1),
    ("DeleteModelResponse", attempt::<Deleted<ModelId>>, 1),
    ("DeleteThreadResponse", attempt::<Deleted<ThreadId>>, 1),
    (
        "DeleteVectorStoreFileResponse",
        attempt::<Deleted<FileId>>,
        1,
    ),
    (
        "DeleteVectorStoreResponse",
        attempt::<Deleted<VectorStoreId>>,
        1,
    ),
];

const WEBHOOKS: &[Entry] = &[
    ("WebhookBatchCancelled", attempt::<WebhookEvent>, 1),
    ("WebhookBatchCompleted", attempt::<WebhookEvent>, 1),
    ("WebhookBatchExpired", attempt::<WebhookEvent>, 1),
    ("WebhookBatchFailed", attempt::<WebhookEvent>, 1),
    ("WebhookEvalRunCanceled", attempt::<WebhookEvent>, 1),
    ("WebhookEvalRunFailed", attempt::<WebhookEvent>, 1),
    ("WebhookEvalRunSucceeded", attempt::<WebhookEvent>, 1),
    ("WebhookFineTuningJobCancelled", attempt::<WebhookEvent>, 1),
    ("WebhookFineTuningJobFailed", attempt::<WebhookEvent>, 1),
    ("WebhookFineTuningJobSucceeded", attempt::<WebhookEvent>, 1),
    ("WebhookLiveCallIncoming", attempt::<WebhookEvent>, 1),
    ("WebhookRealtimeCallIncoming", attempt::<WebhookEvent>, 1),
    ("WebhookResponseCancelled", attempt::<WebhookEvent>, 1),
    ("WebhookResponseCompleted", attempt::<WebhookEvent>, 1),
    ("WebhookResponseFailed", attempt::<WebhookEvent>, 1),
    ("WebhookResponseIncomplete", attempt::<WebhookEvent>, 1),
];
