//! What somebody writes in an editor: a declaration, and code that uses it.

use api_object::{ApiObject, Extra, UnixSeconds};

/// A job.
#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(object = "job")]
pub struct Job {
    /// Names the job.
    #[api(id = "job-", immutable)]
    id: JobId,
    /// When the job was made.
    created_at: UnixSeconds,
    /// Where the job stands.
    #[api(status {
        queued => running,
        running => finished | failed,
        finished, failed,
    })]
    status: JobStatus,
    /// Why the job failed.
    #[api(only_in(failed))]
    error: Option<String>,
    #[api(extra)]
    extra: Extra,
}

/// Somebody's use of it.
pub fn used(job: &Job) {
    let _: JobState<'_> = job.state();
    let _: &JobId = job.id();
    let _: &JobStatus = &JobStatus::Running;
    let _: &JobStatus = job.status();
    /* typed */
}
