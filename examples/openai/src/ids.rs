//! Ids that several objects share. One that only its own object has is declared beside that object's `id`.

use api_object::{ApiObject, Str};

/// Names an assistant.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, ApiObject)]
#[api(id = "asst_")]
pub struct AssistantId(Str);

/// Names a batch.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, ApiObject)]
#[api(id = "batch_")]
pub struct BatchId(Str);

/// Names a run of an evaluation.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, ApiObject)]
#[api(id = "evalrun_")]
pub struct EvalRunId(Str);

/// Names a file. Search results spell the prefix with an underscore.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, ApiObject)]
#[api(id("file-", "file_"))]
pub struct FileId(Str);

/// Names a fine-tuning job. Webhooks spell the prefix with an underscore.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, ApiObject)]
#[api(id("ftjob-", "ftjob_"))]
pub struct FineTuningJobId(Str);

/// Names a message of a thread.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, ApiObject)]
#[api(id = "msg_")]
pub struct MessageId(Str);

/// Names a model; one that was fine-tuned starts with `ft:`, and others are free words.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, ApiObject)]
#[api(id)]
pub struct ModelId(Str);

/// Names an organization.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, ApiObject)]
#[api(id = "org-")]
pub struct OrganizationId(Str);

/// Names the permission to use a checkpoint.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, ApiObject)]
#[api(id = "cp_")]
pub struct PermissionId(Str);

/// Names a project.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, ApiObject)]
#[api(id = "proj_")]
pub struct ProjectId(Str);

/// Names a response of a model.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, ApiObject)]
#[api(id = "resp_")]
pub struct ResponseId(Str);

/// Names a run of an assistant.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, ApiObject)]
#[api(id = "run_")]
pub struct RunId(Str);

/// Names a step of a run.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, ApiObject)]
#[api(id = "step_")]
pub struct RunStepId(Str);

/// Names a thread.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, ApiObject)]
#[api(id = "thread_")]
pub struct ThreadId(Str);

/// Names a call of a tool.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, ApiObject)]
#[api(id = "call_")]
pub struct ToolCallId(Str);

/// Names an upload.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, ApiObject)]
#[api(id = "upload_")]
pub struct UploadId(Str);

/// Names a vector store.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, ApiObject)]
#[api(id = "vs_")]
pub struct VectorStoreId(Str);
