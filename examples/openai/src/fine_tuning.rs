//! Fine-tuning: training a model on examples of one's own.

mod checkpoint;
mod create;
mod event;
mod grader;
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
    Grader, GraderMessage, GraderRole, GraderSampling, LabelModelGrader, MultiGrader, PythonGrader,
    ScoreModelGrader, SimilarityMetric, StringCheckGrader, StringOperation, TextSimilarityGrader,
};
pub use grading::{
    GraderErrors, Grading, GradingDetails, GradingTokens, RunGrader, ValidateGrader,
};
pub use hyperparameters::{
    DpoHyperparameters, GraderEffort, Hyperparameters, ReinforcementHyperparameters,
};
pub use integration::{Integration, WandbIntegration, WandbSettings};
pub use job::{FineTuningJob, FineTuningJobError, FineTuningJobState, FineTuningJobStatus};
pub use method::{
    Dpo, DpoMethod, Method, Reinforcement, ReinforcementMethod, Supervised, SupervisedMethod,
};
pub use permission::CheckpointPermission;
