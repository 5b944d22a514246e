//! Types whose rules are run as soon as they are read.

use std::hint::black_box;

use benches::cases::Task;
use benches::data::Document;
use benches::ways::{Codec, Way, by_serde_json};
use garde::Validate as _;
use serde::Serialize;
use serde::de::DeserializeOwned;
use validator::Validate as _;

use super::text;
use crate::types::{by_garde, by_validator};

/// Their checks alone.
pub(super) fn checks(page: &Document) -> Vec<Way<'_>> {
    let garde = check(page, "garde", |page: &by_garde::JobPage| {
        page.validate().map_err(text)
    });
    let validator = check(page, "validator", |page: &by_validator::JobPage| {
        page.validate().map_err(text)
    });
    vec![garde, validator]
}

pub(super) fn with_garde(task: Task<'_>) -> Option<Way<'_>> {
    fn read<T: DeserializeOwned + garde::Validate<Context = ()>>(
        bytes: &[u8],
    ) -> Result<T, String> {
        let value: T = serde_json::from_slice(bytes).map_err(text)?;
        value.validate().map_err(text)?;
        Ok(value)
    }
    let name = "serde derive + garde";
    task.by::<by_garde::JobPage, by_garde::FineTuningJob>(
        read_by(name, read),
        read_by(name, read),
        read_by(name, read),
    )
}

pub(super) fn with_validator(task: Task<'_>) -> Option<Way<'_>> {
    fn read<T: DeserializeOwned + validator::Validate>(bytes: &[u8]) -> Result<T, String> {
        let value: T = serde_json::from_slice(bytes).map_err(text)?;
        value.validate().map_err(text)?;
        Ok(value)
    }
    let name = "serde derive + validator";
    task.by::<by_validator::JobPage, by_validator::FineTuningJob>(
        read_by(name, read),
        read_by(name, read),
        read_by(name, |bytes| {
            let list: Vec<by_validator::FineTuningJob> =
                serde_json::from_slice(bytes).map_err(text)?;
            list.iter()
                .try_for_each(|job| job.validate().map_err(text))?;
            Ok(list)
        }),
    )
}

fn read_by<'d, T: DeserializeOwned + Serialize>(
    name: &'static str,
    read: fn(&'d [u8]) -> Result<T, String>,
) -> Codec<'d, T> {
    Codec {
        read,
        ..by_serde_json(name)
    }
}

fn check<'d, T: DeserializeOwned + 'd>(
    page: &'d Document,
    name: &'static str,
    check: fn(&T) -> Result<(), String>,
) -> Way<'d> {
    let read = || -> T { serde_json::from_slice(&page.bytes).expect("the page fits") };
    let mut value = None;
    Way::new(
        name,
        move || check(&read()),
        move || {
            let _ = black_box(check(black_box(value.get_or_insert_with(read))));
        },
    )
}
