//! The types of a published SDK.

use api_object::Decoded;
use async_openai::types::finetuning::{FineTuningJob, ListPaginatedFineTuningJobsResponse};
use benches::cases::{BASELINE, Case, Task};
use benches::data::{Corpus, Document};
use benches::peers::untagged;
use benches::ways::{Codec, Nulls, Way, by_serde_json};
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::text;

/// The case of jobs that its type reads.
pub const ASYNC_OPENAI: &str = "decode jobs that async-openai reads";

/// It writes members as null that it has and the document has not.
fn codec<'d, T: DeserializeOwned + Serialize>() -> Codec<'d, T> {
    Codec {
        read: |bytes| serde_json::from_slice(bytes).map_err(text),
        nulls: Nulls::AreAbsent,
        ..by_serde_json("async-openai's type")
    }
}

/// What its type does to a task.
pub(super) fn way(task: Task<'_>) -> Option<Way<'_>> {
    task.by::<ListPaginatedFineTuningJobsResponse, FineTuningJob>(codec(), codec(), codec())
}

/// The jobs, without those in which its type does not expect a null.
pub fn async_openai(corpus: &Corpus) -> Case<'_> {
    let reads = |job: &&Document| serde_json::from_slice::<FineTuningJob>(&job.bytes).is_ok();
    let jobs: Vec<&Document> = corpus.singles.iter().filter(reads).collect();
    let ours: Codec<'_, Decoded<benches::ours::FineTuningJob>> = Codec {
        name: "api-object",
        read: |bytes| api_object::from_slice(bytes).map_err(text),
        write: |job| api_object::to_vec(&**job),
        nulls: Nulls::AreKept,
    };
    Case {
        name: ASYNC_OPENAI,
        task: Task::Other,
        objects: jobs.len(),
        baseline: by_serde_json::<untagged::FineTuningJob>(BASELINE)
            .decode_each(jobs.iter().copied()),
        ways: vec![
            codec::<FineTuningJob>().decode_each(jobs.iter().copied()),
            ours.decode_each(jobs),
        ],
    }
}
