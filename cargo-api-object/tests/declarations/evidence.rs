//! Samples and overlays: what they say goes before the document.

use super::fixture::{declares, imported, item, parts, path, with};
use cargo_api_object::import::Options;

fn options() -> Options {
    Options {
        files: vec![path("evidence.yaml")],
        ..Options::default()
    }
}

#[test]
fn samples_correct_the_document() {
    let found = imported("evidence.yaml");
    declares(
        &found,
        "Job",
        &[
            "#[api(object = \"job\", former(\"training.job\"), debug)]",
            "id: JobId,",
            "status: JobStatus,",
            "/// Required by the document, but 1 of 1 samples lacks it.",
            "#[api(optional)]",
            "model: Option<String>,",
            "/// Never null by the document, but null in samples.",
            "error: Option<JobError>,",
            "/// Samples have an object here, which is set aside.",
            "steps: Option<Vec<String>>,",
            "/// Whole by the document, but samples have fractions.",
            "ratio: f64,",
            "file_ids: Vec<FileId>,",
            "/// By the document at least 0, but not in all samples.",
            "#[api(note(range(0..)))]",
            "count: i64,",
        ],
    );
    declares(
        &found,
        "File",
        &["id: FileId,", "parent_id: Option<FileId>,"],
    );
    declares(&found, "JobId", &["#[api(id = \"job-\")]"]);
    declares(&found, "FileId", &["#[api(id(\"file_\", \"file-\"))]"]);
}

#[test]
fn samples_may_stand_in_a_vendors_extension() {
    let found = imported("evidence.yaml");
    declares(
        &found,
        "Log",
        &[
            "line: String,",
            "/// Required by the document, but 1 of 1 samples lacks it.",
            "level: Option<i64>,",
        ],
    );
    declares(
        &found,
        "LogEvent",
        &[
            "/// Never null by the document, but null in samples.",
            "line: Option<String>,",
        ],
    );
}

#[test]
fn samples_correct_what_is_asked_of_values() {
    let found = imported("formats.yaml");
    declares(
        &found,
        "Contact",
        &[
            "/// By the document a URI, but not in all samples.",
            "#[api(note(format(uri)))]",
            "icon: String,",
            "/// By the document each a URI, but not in all samples.",
            "#[api(optional, note(each(format(uri))))]",
            "images: Option<Vec<String>>,",
        ],
    );
    let told = parts(&found, false);
    for part in [
        "id: what is asked of its values is not asked of values of this type",
        "icon: that it is a URI is only a note, since samples are not",
        "images/items: that it is a URI is only a note, since samples are not",
    ] {
        let part = format!("/Contact/properties/{part}");
        assert!(told.contains(&part), "no `{part}` in {told:#?}");
    }
    let part =
        "/Flags/properties/busy: that it is always true is not asked, since samples have the other";
    assert!(told.iter().any(|told| told == part), "{told:#?}");
    declares(
        &found,
        "Flags",
        &[
            "/// Always `true` by the document, but not in samples.",
            "busy: bool,",
        ],
    );
    let trusted = with(&Options {
        files: vec![path("formats.yaml")],
        trust_document: true,
        ..Options::default()
    });
    declares(
        &trusted,
        "Contact",
        &[
            "#[api(format(uri))]",
            "icon: String,",
            "#[api(optional, each(format(uri)))]",
            "images: Option<Vec<String>>,",
        ],
    );
    declares(&trusted, "Flags", &["#[api(one_of(true))]", "busy: bool,"]);
}

#[test]
fn the_document_may_be_trusted() {
    let found = with(&Options {
        trust_document: true,
        ..options()
    });
    declares(
        &found,
        "Job",
        &[
            "#[api(object = \"job\", debug)]",
            "model: String,",
            "error: JobError,",
            "steps: Vec<String>,",
            "ratio: i64,",
            "count: u64,",
        ],
    );
    assert!(!item(&found, "Job").contains("Required by"));
}

#[test]
fn payloads_that_were_seen_are_samples() {
    let found = with(&Options {
        observe: vec![path("observed.jsonl")],
        ..options()
    });
    declares(
        &found,
        "Job",
        &[
            "/// Required by the document, but 2 of 2 samples lack it.",
            "model: Option<String>,",
            "steps: Option<Vec<String>>,",
        ],
    );
    declares(
        &found,
        "File",
        &[
            "/// Required by the document, but 1 of 3 samples lacks it. Never null by the document, but null",
            "/// in samples.",
            "#[api(optional(nullable))]",
            "id: Option<FileId>,",
        ],
    );
    assert_eq!(
        found.coverage.notes,
        [
            "line 5 of the payloads was not used: neither `schema` and `payload`, nor an `object` that tells what it is",
            "line 6 of the payloads was not used: no schema is called `Nobody`",
        ]
    );
}

#[test]
fn overlays_say_what_the_document_does_not() {
    let found = with(&Options {
        overlays: vec![path("overlay.yaml")],
        ..options()
    });
    let job = item(&found, "TrainingJob");
    let words: String = job.split_whitespace().collect::<Vec<_>>().join(" ");
    for part in [
        "#[api(status { queued => running | failed, running => done | failed, done, failed, })] status: TrainingJobStatus,",
        "#[api(optional(nullable), set_once, null_in(queued))] started_at: Option<UnixSeconds>,",
        "#[api( optional(nullable), null_like(0), set_in(ended), null_in(active), not_before = started_at, )] finished_at: Option<UnixSeconds>,",
        "#[api(optional, immutable)] model: Option<ModelId>,",
    ] {
        assert!(words.contains(part), "no `{part}` in\n{words}");
    }
    declares(&found, "ModelId", &["#[api(id = \"model:\")]"]);
    assert!(!item(&found, "File").contains("parent_id"));
    assert_eq!(
        found.coverage.notes,
        ["action 10 of the overlay selects nothing: $.components.schemas.Missing"]
    );
    let notes: Vec<&str> = found
        .coverage
        .parts
        .iter()
        .map(|part| part.why.as_str())
        .collect();
    assert_eq!(
        notes,
        [
            "that it is at least 0 is only a note, since samples are not",
            "`x-api-object` has no key `odd`",
            "an arrow leads to `nowhere`, which is no status",
            "`x-api-object` names `lost`, which is not there",
            "`x-api-object` names `nothing`, which is not there",
        ]
    );
}

#[test]
fn statuses_may_be_any_words() {
    let found = with(&Options {
        overlays: vec![path("overlay.yaml")],
        ..options()
    });
    declares(
        &found,
        "Task",
        &[
            "#[api(view = false, debug)]",
            "\"in-progress\" as InProgress => done | \"type\",",
            "done => end,",
            "in_progress as InProgress2,",
            "\"type\" as Type,",
            "unknown as Unknown2,",
            "phase: TaskPhase,",
            "state: Option<String>,",
            "#[api(set_in(\"type\"), null_in(done))]",
            "failure: Option<String>,",
            "token: Option<Secret<Str>>,",
        ],
    );
}

#[test]
fn free_texts_become_no_ids() {
    let found = imported("evidence.yaml");
    declares(
        &found,
        "Call",
        &[
            "user: Option<String>,",
            "maker: Option<PersonId>,",
            // Somewhere else it is a name.
            "owner: Option<String>,",
        ],
    );
}
