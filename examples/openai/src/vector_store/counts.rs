//! How far the files of a store or a batch are.

use api_object::{ApiObject, Extra};

/// How far the files of a store or a batch are.
#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(check = adds_up)]
pub struct FileCounts {
    /// Files that are being read.
    in_progress: u64,
    /// Files that can be found.
    completed: u64,
    /// Files that could not be read.
    failed: u64,
    /// Files whose reading was called off.
    cancelled: u64,
    /// All files.
    total: u64,
    #[api(extra)]
    extra: Extra,
}

fn adds_up(counts: &FileCounts) -> Result<(), String> {
    let parts = [
        counts.in_progress,
        counts.completed,
        counts.failed,
        counts.cancelled,
    ];
    let sum = parts.into_iter().fold(0, u64::saturating_add);
    match sum == counts.total {
        true => Ok(()),
        false => Err(format!(
            "total is {}, and the others sum up to {sum}",
            counts.total
        )),
    }
}
