//! Libraries with derives of their own.

use benches::cases::Task;
use benches::ways::{Codec, Nulls, Way};
use facet::Facet;
use nanoserde::{DeJson, SerJson};

use super::{text, utf8};
use crate::types;

/// All ways of a task.
pub(super) fn ways(task: Task<'_>) -> Vec<Way<'_>> {
    let ways = [by_miniserde(task), by_nanoserde(task), by_facet(task)];
    ways.into_iter().flatten().collect()
}

fn by_miniserde(task: Task<'_>) -> Option<Way<'_>> {
    use types::by_miniserde::{FineTuningJob, JobPage};
    fn codec<'d, T: miniserde::Deserialize + miniserde::Serialize>() -> Codec<'d, T> {
        Codec {
            name: "miniserde",
            read: |bytes| miniserde::json::from_str(utf8(bytes)?).map_err(text),
            write: |value| miniserde::json::to_string(value).into_bytes(),
            nulls: Nulls::AreAbsent,
        }
    }
    task.by::<JobPage, FineTuningJob>(codec(), codec(), codec())
}

fn by_nanoserde(task: Task<'_>) -> Option<Way<'_>> {
    use types::by_nanoserde::{FineTuningJob, JobPage};
    fn codec<'d, T: DeJson + SerJson>() -> Codec<'d, T> {
        Codec {
            name: "nanoserde",
            read: |bytes| T::deserialize_json(utf8(bytes)?).map_err(text),
            write: |value| value.serialize_json().into_bytes(),
            nulls: Nulls::AreAbsent,
        }
    }
    task.by::<JobPage, FineTuningJob>(codec(), codec(), codec())
}

fn by_facet(task: Task<'_>) -> Option<Way<'_>> {
    use types::by_facet::{FineTuningJob, JobPage};
    fn codec<'d, T: Facet<'static>>() -> Codec<'d, T> {
        Codec {
            name: "facet-json",
            read: |bytes| facet_json::from_slice(bytes).map_err(text),
            write: |value| facet_json::to_vec(value).expect("the value has a JSON form"),
            nulls: Nulls::AreKept,
        }
    }
    task.by::<JobPage, FineTuningJob>(codec(), codec(), codec())
}
