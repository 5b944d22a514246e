//! Which schema is which type.

use api_object::{Deleted, List};
use openai_example::assistant::{Assistant, CreateAssistant, UpdateAssistant};
use openai_example::batch::{Batch, CreateBatch};
use openai_example::file::File;
use openai_example::fine_tuning::{
    CheckpointPermission, CreateCheckpointPermission, CreateFineTuningJob, FineTuningJob,
    FineTuningJobCheckpoint, FineTuningJobEvent, Grader, Grading, RunGrader, ValidateGrader,
};
use openai_example::ids::{
    AssistantId, FileId, MessageId, ModelId, PermissionId, ThreadId, VectorStoreId,
};
use openai_example::message::{CreateMessage, Message, MessageDelta, UpdateMessage};
use openai_example::model::Model;
use openai_example::run::{CreateRun, CreateThreadAndRun, Run, SubmitOutputs, UpdateRun};
use openai_example::run_step::{RunStep, RunStepDelta};
use openai_example::thread::{CreateThread, Thread, UpdateThread};
use openai_example::upload::{CompleteUpload, CreateUpload, Upload, UploadPart};
use openai_example::vector_store::{
    AddFile, CreateVectorStore, FileContent, SearchResults, UpdateFileAttributes,
    UpdateVectorStore, VectorStore, VectorStoreFile, VectorStoreFileBatch,
};
use openai_example::webhook::WebhookEvent;

use crate::outcome::{Attempt, attempt};

/// A schema, how its samples are read, and how many of them can be.
#[derive(Clone, Copy)]
pub(crate) struct Row {
    pub(crate) schema: &'static str,
    pub(crate) attempt: fn(&str) -> Attempt,
    pub(crate) decoded: usize,
}

/// All schemas that a type is declared for.
pub(crate) fn rows() -> impl Iterator<Item = Row> {
    let families = [
        OBJECTS, GRADERS, ASSISTANTS, LISTS, RECEIPTS, REQUESTS, WEBHOOKS,
    ];
    families.into_iter().flatten().map(row)
}

/// An entry of a family as a row.
pub(crate) fn row(&(schema, attempt, decoded): &Entry) -> Row {
    Row {
        schema,
        attempt,
        decoded,
    }
}

pub(crate) type Entry = (&'static str, fn(&str) -> Attempt, usize);

pub(crate) const OBJECTS: &[Entry] = &[
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

const GRADERS: &[Entry] = &[
    ("GraderLabelModel", attempt::<Grader>, 1),
    ("GraderMulti", attempt::<Grader>, 1),
    ("GraderStringCheck", attempt::<Grader>, 1),
    ("GraderTextSimilarity", attempt::<Grader>, 1),
    ("RunGraderRequest", attempt::<RunGrader>, 3),
    ("RunGraderResponse", attempt::<Grading>, 1),
    ("ValidateGraderRequest", attempt::<ValidateGrader>, 1),
    ("ValidateGraderResponse", attempt::<ValidateGrader>, 1),
];

pub(crate) const ASSISTANTS: &[Entry] = &[
    ("AssistantObject", attempt::<Assistant>, 4),
    ("MessageDeltaObject", attempt::<MessageDelta>, 9),
    ("MessageObject", attempt::<Message>, 10),
    ("RunObject", attempt::<Run>, 9),
    ("RunStepDeltaObject", attempt::<RunStepDelta>, 6),
    ("RunStepObject", attempt::<RunStep>, 9),
    ("ThreadObject", attempt::<Thread>, 7),
];

pub(crate) const LISTS: &[Entry] = &[
    ("ListAssistantsResponse", attempt::<List<Assistant>>, 1),
    ("ListFilesResponse", attempt::<List<File>>, 1),
    (
        "ListFineTuningCheckpointPermissionResponse",
        attempt::<List<CheckpointPermission>>,
        2,
    ),
    (
        "ListFineTuningJobCheckpointsResponse",
        attempt::<List<FineTuningJobCheckpoint>>,
        1,
    ),
    (
        "ListFineTuningJobEventsResponse",
        attempt::<List<FineTuningJobEvent>>,
        1,
    ),
    ("ListMessagesResponse", attempt::<List<Message>>, 1),
    ("ListModelsResponse", attempt::<List<Model>>, 1),
    ("ListRunStepsResponse", attempt::<List<RunStep>>, 1),
    ("ListRunsResponse", attempt::<List<Run>>, 1),
    (
        "ListVectorStoreFilesResponse",
        attempt::<List<VectorStoreFile>>,
        1,
    ),
    ("ListVectorStoresResponse", attempt::<List<VectorStore>>, 1),
    ("VectorStoreSearchResultsPage", attempt::<SearchResults>, 1),
];

pub(crate) const RECEIPTS: &[Entry] = &[
    (
        "DeleteAssistantResponse",
        attempt::<Deleted<Assistant, AssistantId>>,
        1,
    ),
    ("DeleteFileResponse", attempt::<Deleted<File, FileId>>, 1),
    (
        "DeleteFineTuningCheckpointPermissionResponse",
        attempt::<Deleted<CheckpointPermission, PermissionId>>,
        1,
    ),
    (
        "DeleteMessageResponse",
        attempt::<Deleted<Message, MessageId>>,
        1,
    ),
    ("DeleteModelResponse", attempt::<Deleted<Model, ModelId>>, 1),
    (
        "DeleteThreadResponse",
        attempt::<Deleted<Thread, ThreadId>>,
        1,
    ),
    (
        "DeleteVectorStoreFileResponse",
        attempt::<Deleted<VectorStoreFile, FileId>>,
        1,
    ),
    (
        "DeleteVectorStoreResponse",
        attempt::<Deleted<VectorStore, VectorStoreId>>,
        1,
    ),
];

const REQUESTS: &[Entry] = &[
    ("CompleteUploadRequest", attempt::<CompleteUpload>, 1),
    ("CreateAssistantRequest", attempt::<CreateAssistant>, 2),
    ("CreateBatchRequest", attempt::<CreateBatch>, 1),
    (
        "CreateFineTuningCheckpointPermissionRequest",
        attempt::<CreateCheckpointPermission>,
        1,
    ),
    (
        "CreateFineTuningJobRequest",
        attempt::<CreateFineTuningJob>,
        6,
    ),
    ("CreateMessageRequest", attempt::<CreateMessage>, 1),
    ("CreateRunRequest", attempt::<CreateRun>, 3),
    (
        "CreateThreadAndRunRequest",
        attempt::<CreateThreadAndRun>,
        3,
    ),
    ("CreateThreadRequest", attempt::<CreateThread>, 1),
    ("CreateUploadRequest", attempt::<CreateUpload>, 1),
    ("CreateVectorStoreFileRequest", attempt::<AddFile>, 1),
    ("CreateVectorStoreRequest", attempt::<CreateVectorStore>, 1),
    ("ModifyAssistantRequest", attempt::<UpdateAssistant>, 1),
    ("ModifyMessageRequest", attempt::<UpdateMessage>, 1),
    ("ModifyRunRequest", attempt::<UpdateRun>, 1),
    ("ModifyThreadRequest", attempt::<UpdateThread>, 1),
    ("SubmitToolOutputsRunRequest", attempt::<SubmitOutputs>, 2),
    (
        "UpdateVectorStoreFileAttributesRequest",
        attempt::<UpdateFileAttributes>,
        1,
    ),
    ("UpdateVectorStoreRequest", attempt::<UpdateVectorStore>, 1),
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
