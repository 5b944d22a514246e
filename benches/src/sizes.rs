//! How large values are in memory, field by field.

use api_object::{Auto, Extra, Str, UnixSeconds};

use crate::ours::{
    FileId, FineTuningJob, FineTuningJobError, FineTuningJobId, FineTuningJobStatus,
    Hyperparameters, Integration, OrganizationId,
};
use crate::peers::{untagged, visitor};

/// A field: its name, its type, and its bytes.
pub type Field = (&'static str, &'static str, usize);

macro_rules! fields {
    ($($name:literal: $type:ty,)*) => {
        vec![$(($name, stringify!($type), size_of::<$type>())),*]
    };
}

/// The fields of our job, in declared order.
pub fn job() -> Vec<Field> {
    fields! {
        "id": FineTuningJobId,
        "created_at": UnixSeconds,
        "status": FineTuningJobStatus,
        "error": Option<FineTuningJobError>,
        "fine_tuned_model": Option<String>,
        "finished_at": Option<UnixSeconds>,
        "estimated_finish": Option<UnixSeconds>,
        "trained_tokens": Option<u64>,
        "hyperparameters": Option<Hyperparameters>,
        "model": String,
        "organization_id": OrganizationId,
        "training_file": FileId,
        "validation_file": Option<FileId>,
        "result_files": Vec<FileId>,
        "integrations": Option<Vec<Integration>>,
        "seed": i64,
        "extra": Extra,
    }
}

/// Types whose size is worth knowing: ours, and those of serde derive beside them.
pub fn types() -> Vec<(&'static str, usize)> {
    vec![
        ("FineTuningJob", size_of::<FineTuningJob>()),
        (
            "FineTuningJob of serde derive",
            size_of::<untagged::FineTuningJob>(),
        ),
        ("… + visitor by hand", size_of::<visitor::FineTuningJob>()),
        ("Str", size_of::<Str>()),
        ("Extra", size_of::<Extra>()),
        ("Auto<u32>", size_of::<Auto<u32>>()),
        ("Auto<f64>", size_of::<Auto<f64>>()),
        ("Option<Auto<f64>>", size_of::<Option<Auto<f64>>>()),
        ("Integration", size_of::<Integration>()),
    ]
}

#[cfg(all(test, target_pointer_width = "64"))]
mod tests {
    use super::*;

    /// `docs/costs.md` says why each is as large as it is; what changes here changes there.
    #[test]
    fn the_job_is_as_large_as_its_fields() {
        let sizes: Vec<(&str, usize)> = job()
            .into_iter()
            .map(|(name, _, size)| (name, size))
            .collect();
        let expected = [
            ("id", 40),
            ("created_at", 8),
            ("status", 24),
            ("error", 88),
            ("fine_tuned_model", 24),
            ("finished_at", 16),
            ("estimated_finish", 16),
            ("trained_tokens", 16),
            ("hyperparameters", 48),
            ("model", 24),
            ("organization_id", 40),
            ("training_file", 40),
            ("validation_file", 40),
            ("result_files", 24),
            ("integrations", 24),
            ("seed", 8),
            ("extra", 16),
        ];
        assert_eq!(sizes, expected);
        let sum: usize = sizes.iter().map(|(_, size)| size).sum();
        // Nothing is lost between them.
        assert_eq!(size_of::<FineTuningJob>(), sum);
        let expected = [
            ("FineTuningJob", 496),
            ("FineTuningJob of serde derive", 392),
            ("… + visitor by hand", 392),
            ("Str", 40),
            ("Extra", 16),
            ("Auto<u32>", 8),
            ("Auto<f64>", 16),
            ("Option<Auto<f64>>", 16),
            ("Integration", 128),
        ];
        assert_eq!(types(), expected);
    }
}
