//! Fine-tuning: training a model on examples of one's own.

mod checkpoint;
mod create;
mod event;
mod grader;
mod grader_input;
mod grading;
mod hyperparameters;
mod integration;
mod job;
mod method;
mod permission;

pub use checkpoint::{CheckpointMetrics, FineTuningJobCheckpoint, FineTuningJobCheckpointId};
pub use create::{CreateCheckpointPermission, CreateFineTuningJob};
pub use event::{EventLevel, EventType, FineTuningJobEvent, FineTuningJobEventId};
pub use grader::{
    Grader, GraderSampling, Graders, LabelModelGrader, MultiGrader, PythonGrader, ScoreModelGrader,
    SimilarityMetric, StringCheckGrader, StringOperation, TextSimilarityGrader,
};
pub use grader_input::{
    GraderAudio, GraderContent, GraderImage, GraderItem, GraderMessage, GraderPiece, GraderRole,
    GraderSound, GraderText, SoundFormat,
};
pub use grading::{
    GraderErrors, Grading, GradingDetails, GradingTokens, RunGrader, TokensTaken, ValidateGrader,
};
pub use hyperparameters::{
    DpoHyperparameters, GraderEffort, Hyperparameters, ReinforcementHyperparameters,
};
pub use integration::{Integration, WandbSettings};
pub use job::{FineTuningJob, FineTuningJobError, FineTuningJobState, FineTuningJobStatus};
pub use method::{Dpo, Method, Reinforcement, Supervised};
pub use permission::CheckpointPermission;
