//! Libraries that read and write what serde derive makes, and what is put around it.

mod rules;

use benches::cases::Task;
use benches::peers::{untagged, visitor};
use benches::ways::{Codec, Nulls, Way, by_serde_json};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::text;
use crate::types::borrowed;

/// All ways of a task.
pub(super) fn ways(task: Task<'_>) -> Vec<Way<'_>> {
    type Untagged = (untagged::JobPage, untagged::FineTuningJob);
    type Visitor = (visitor::JobPage, visitor::FineTuningJob);
    let (sonic, simd) = ("serde derive + sonic-rs", "serde derive + simd-json");
    match task {
        Task::Check(page) => rules::checks(page),
        Task::Other => Vec::new(),
        _ if task.writes() => {
            let ways = [
                by_sonic::<Untagged>(task, sonic),
                by_simd::<Untagged>(task, simd),
            ];
            ways.into_iter().flatten().collect()
        }
        _ => {
            let ways = [
                borrowing::<untagged::Hyperparameters>(task, "… + borrowed text"),
                borrowing::<visitor::Hyperparameters>(task, "… + borrowed text, visitor"),
                rules::with_garde(task),
                rules::with_validator(task),
                with_paths(task),
                by_sonic::<Untagged>(task, sonic),
                by_sonic::<Visitor>(task, "… + visitor, sonic-rs"),
                by_simd::<Untagged>(task, simd),
                by_simd::<Visitor>(task, "… + visitor, simd-json"),
            ];
            ways.into_iter().flatten().collect()
        }
    }
}

/// A page, and a job of it.
trait Types {
    type Page: DeserializeOwned + Serialize + 'static;
    type Job: DeserializeOwned + Serialize + 'static;
}

impl<P, J> Types for (P, J)
where
    P: DeserializeOwned + Serialize + 'static,
    J: DeserializeOwned + Serialize + 'static,
{
    type Page = P;
    type Job = J;
}

fn by_sonic<'d, T: Types>(task: Task<'d>, name: &'static str) -> Option<Way<'d>> {
    fn codec<'d, T: DeserializeOwned + Serialize>(name: &'static str) -> Codec<'d, T> {
        Codec {
            name,
            read: |bytes| sonic_rs::from_slice(bytes).map_err(text),
            write: |value| sonic_rs::to_vec(value).expect("the value has a JSON form"),
            nulls: Nulls::AreKept,
        }
    }
    task.by::<T::Page, T::Job>(codec(name), codec(name), codec(name))
}

/// It reads in the buffer itself, so that a buffer which others read needs a copy.
fn by_simd<'d, T: Types>(task: Task<'d>, name: &'static str) -> Option<Way<'d>> {
    fn codec<'d, T: DeserializeOwned + Serialize>(name: &'static str) -> Codec<'d, T> {
        Codec {
            name,
            read: |bytes| simd_json::from_slice(&mut bytes.to_vec()).map_err(text),
            write: |value| simd_json::to_vec(value).expect("the value has a JSON form"),
            nulls: Nulls::AreKept,
        }
    }
    task.by::<T::Page, T::Job>(codec(name), codec(name), codec(name))
}

fn borrowing<'d, H: Deserialize<'d> + Serialize + 'd>(
    task: Task<'d>,
    name: &'static str,
) -> Option<Way<'d>> {
    fn codec<'d, T: Deserialize<'d> + Serialize>(name: &'static str) -> Codec<'d, T> {
        Codec {
            name,
            read: |bytes| serde_json::from_slice(bytes).map_err(text),
            write: |value| serde_json::to_vec(value).expect("the value has a JSON form"),
            nulls: Nulls::AreKept,
        }
    }
    task.by::<borrowed::JobPage<'d, H>, borrowed::FineTuningJob<'d, H>>(
        codec(name),
        codec(name),
        codec(name),
    )
}

/// What tells where an error is, as our errors do.
fn with_paths(task: Task<'_>) -> Option<Way<'_>> {
    fn codec<'d, T: DeserializeOwned + Serialize>() -> Codec<'d, T> {
        Codec {
            read: |bytes| {
                let mut deserializer = serde_json::Deserializer::from_slice(bytes);
                serde_path_to_error::deserialize(&mut deserializer).map_err(text)
            },
            ..by_serde_json("… + serde_path_to_error")
        }
    }
    task.by::<untagged::JobPage, untagged::FineTuningJob>(codec(), codec(), codec())
}
