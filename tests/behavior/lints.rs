//! No lint fires in what the derive makes, whatever the user denies. Who compiles this with clippy
//! asks all that is denied here.

#![deny(
    warnings,
    missing_docs,
    missing_debug_implementations,
    unreachable_pub,
    unused,
    nonstandard_style,
    rust_2018_idioms,
    let_underscore,
    elided_lifetimes_in_paths,
    explicit_outlives_requirements,
    single_use_lifetimes,
    trivial_casts,
    trivial_numeric_casts,
    unit_bindings,
    unused_import_braces,
    unused_lifetimes,
    unused_qualifications,
    unused_results,
    redundant_lifetimes,
    redundant_imports,
    rustdoc::all,
    clippy::all,
    clippy::pedantic,
    clippy::nursery,
    clippy::cargo,
    clippy::absolute_paths,
    clippy::allow_attributes,
    clippy::allow_attributes_without_reason,
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    clippy::default_numeric_fallback,
    clippy::exhaustive_enums,
    clippy::exhaustive_structs,
    clippy::expect_used,
    clippy::field_scoped_visibility_modifiers,
    clippy::indexing_slicing,
    clippy::min_ident_chars,
    clippy::missing_docs_in_private_items,
    clippy::missing_inline_in_public_items,
    clippy::missing_trait_methods,
    clippy::panic,
    clippy::pattern_type_mismatch,
    clippy::question_mark_used,
    clippy::ref_patterns,
    clippy::same_name_method,
    clippy::shadow_reuse,
    clippy::shadow_same,
    clippy::shadow_unrelated,
    clippy::single_call_fn,
    clippy::str_to_string,
    clippy::unwrap_used,
    clippy::wildcard_enum_match_arm
)]
#![allow(
    clippy::multiple_crate_versions,
    reason = "it is about the package, and not about this module"
)]
#![allow(
    clippy::implicit_return,
    reason = "it and its opposite cannot both be heeded"
)]

use std::borrow::Cow;

use api_object::{ApiObject, Auto, Extra, RawJson, Str, UnixSeconds, UnknownObject, UnknownValue};

use crate::round_trip::round_trips;

/// A fine-tuning job.
#[derive(Debug, Clone, PartialEq, Eq, ApiObject)]
#[api(object = "fine_tuning.job", former("fine-tune"), check = holds)]
struct FineTuningJob {
    /// Names the job in the API's endpoints.
    #[api(id = "ftjob-", immutable)]
    id: FineTuningJobId,
    /// When the job was created.
    #[api(immutable)]
    created_at: UnixSeconds,
    /// Where the job stands.
    #[api(status {
        /// The job waits for its turn.
        #[api(alias = "created")]
        queued => running | failed,
        /// The model is being trained.
        running => succeeded | failed,
        /// The new model is ready.
        succeeded,
        /// The job came to an error.
        failed,
    })]
    status: FineTuningJobStatus,
    /// Why the job failed.
    #[api(only_in(failed))]
    error: Option<Failure>,
    /// The model that came out.
    #[api(set_in(succeeded), null_in(active), pattern("^ft:"))]
    fine_tuned_model: Option<String>,
    /// When the job ended.
    #[api(set_in(ended), not_before = created_at)]
    finished_at: Option<UnixSeconds>,
    /// How often to try.
    #[api(default = 3, range(0..=9), note(at_most = seed))]
    tries: u64,
    /// How the model is trained.
    #[api(alias = "params")]
    epochs: Option<Auto<u32>>,
    /// The files that came out.
    #[api(unique, each(len(..=64)))]
    result_files: Vec<FileId>,
    /// Where else the job reports to.
    #[api(optional, len(..=5), set_once)]
    integrations: Option<Vec<Integration>>,
    /// What the random numbers began with.
    #[api(check = holds, accessor = random_seed)]
    seed: i64,
    /// What for.
    purpose: Option<Purpose>,
    /// What it is told, and by which means.
    #[api(optional)]
    parts: Option<Vec<Content>>,
    /// What these types do not know.
    #[api(extra)]
    extra: Extra,
}

/// Why a job failed.
#[derive(Debug, Clone, PartialEq, Eq, ApiObject)]
#[api(rename_all = "camelCase")]
struct Failure {
    /// The error, for programs.
    code: Option<String>,
    /// The error, for people.
    message: Box<str>,
}

/// Names a file.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, ApiObject)]
#[api(id("file-", "file_"))]
struct FileId(Str);

/// Names a model.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, ApiObject)]
#[api(id = "model-")]
struct ModelId<'text>(&'text str);

/// Names a label.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, ApiObject)]
#[api(id)]
struct LabelId<'text>(Cow<'text, str>);

/// Where else a job reports to.
#[derive(Debug, Clone, PartialEq, Eq, ApiObject)]
#[api(tag = "type")]
enum Integration {
    /// Weights & Biases.
    Wandb(Wandb<u8>),
    /// One that these types do not know.
    #[api(unknown)]
    Other(UnknownObject),
}

/// A text, or something else.
#[derive(Debug, Clone, PartialEq, Eq, ApiObject)]
#[api(untagged)]
enum Content {
    /// A text.
    Text(String),
    /// A part.
    Part(Box<Part>),
    /// One of several events.
    Events(Vec<Event>),
    /// What these types do not know.
    #[api(unknown)]
    Other(RawJson),
}

/// A part, under its own name.
#[derive(Debug, Clone, PartialEq, Eq, ApiObject)]
#[api(tag = "type", keyed)]
enum Part {
    /// A refusal.
    Refusal(String, Extra),
    /// Nothing.
    Nothing,
    /// Nothing yet.
    Open(Extra),
}

/// What happened.
#[derive(Debug, Clone, PartialEq, Eq, ApiObject)]
#[api(tag = "event", content = "data")]
enum Event {
    /// A part came.
    Part(Box<Part>),
    /// A part went.
    #[api(when(last = true))]
    Gone(Option<Wandb<u8>>, Extra),
}

/// A report to Weights & Biases.
#[derive(Debug, Clone, PartialEq, Eq, ApiObject)]
struct Wandb<T> {
    /// What to report.
    wandb: T,
    /// What these types do not know.
    #[api(extra)]
    extra: Extra,
}

/// What a model is trained for.
#[derive(Debug, Clone, PartialEq, Eq, Hash, ApiObject)]
#[api(status)]
enum Purpose {
    /// To be tuned.
    #[api(next = in_use)]
    FineTune,
    /// To be used.
    InUse,
    /// Something else.
    #[api(unknown)]
    Other(UnknownValue),
}

/// A model in use.
#[derive(Debug, Clone, PartialEq, Eq, ApiObject)]
struct Model {
    /// What for.
    #[api(status, optional)]
    purpose: Option<Purpose>,
    /// When that ended.
    #[api(set_in(ended), null_in(active), optional)]
    ended_at: Option<u64>,
    /// In which order it answers.
    order: Order,
    /// How much it costs.
    #[api(flatten)]
    costs: Costs,
}

/// What several objects have in common.
#[derive(Debug, Clone, PartialEq, Eq, ApiObject)]
struct Costs {
    /// For what is read.
    #[api(default = 5)]
    input: u64,
    /// For what is written.
    #[deprecated(note = "writing is free")]
    #[api(check = holds)]
    output: u64,
}

/// In which order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ApiObject)]
#[api(closed)]
enum Order {
    /// The least first.
    Asc,
    /// The greatest first.
    Desc,
}

/// A rule that everything follows.
const fn holds<T>(value: &T) -> Result<(), &'static str> {
    match size_of_val(value) {
        0 => Err("holds nothing"),
        _ => Ok(()),
    }
}

/// What is denied above is denied of code that works.
#[test]
fn what_is_linted_works() {
    let json = r#"{"object":"fine-tune","id":"ftjob-1","created_at":1,"status":"created","error":null,"fine_tuned_model":null,"finished_at":null,"params":"auto","result_files":["file_1"],"integrations":[{"type":"wandb","wandb":1}],"seed":9,"purpose":"fine_tune","parts":["a",[{"event":"part","data":{"type":"nothing"}}],7]}"#;
    let job = round_trips::<FineTuningJob>(json);
    assert!(job.report().is_valid(), "{}", job.report());
    assert!(
        matches!(job.state(), Ok(FineTuningJobState::Queued)),
        "{job:?}"
    );
    assert_eq!(job.random_seed(), 9_i64, "{job:?}");
    let model = round_trips::<Model>(
        r#"{"purpose":"in_use","ended_at":1,"order":"desc","input":1,"output":2}"#,
    );
    assert!(model.report().is_empty(), "{model:?}");
    let id = ModelId::from("model-1");
    assert_eq!((id.as_str(), id.check().len()), ("model-1", 0), "{id:?}");
    assert_eq!(LabelId::from("a").as_str(), "a", "a borrowed text");
}

/// Names as JSON has them, which the declaration allows itself: so what is made of it is allowed them, too.
mod named_as_sent {
    use std::marker::PhantomData;

    use api_object::{ApiObject, UnknownObject, UnknownValue};

    /// A job.
    #[derive(Debug, Clone, PartialEq, Eq, ApiObject)]
    #[expect(
        non_camel_case_types,
        non_snake_case,
        reason = "the names are those that are sent"
    )]
    pub(super) struct job_sent {
        /// Names the job.
        #[api(id = "job-")]
        jobId: job_id,
        /// Where the job stands.
        #[api(status { inProgress => DONE, DONE })]
        theStatus: job_status,
        /// What came out.
        #[api(set_in(DONE))]
        theResult: Option<String>,
    }

    /// A list. (What the language derives is not allowed what is expected.)
    #[derive(ApiObject)]
    #[expect(
        non_camel_case_types,
        non_snake_case,
        non_upper_case_globals,
        reason = "the names are those that are sent"
    )]
    pub(super) struct list_sent<item, const length: usize> {
        /// What is on it.
        theItems: Vec<item>,
        /// How long it is.
        length: PhantomData<[(); length]>,
    }

    /// A word.
    #[derive(Debug, Clone, PartialEq, Eq, ApiObject)]
    #[expect(non_camel_case_types, reason = "the names are those that are sent")]
    pub(super) enum word_sent {
        /// The first.
        first_word,
        /// Any other.
        #[api(unknown)]
        any_other(UnknownValue),
    }

    /// A part.
    #[derive(Debug, Clone, PartialEq, Eq, ApiObject)]
    #[expect(non_camel_case_types, reason = "the names are those that are sent")]
    #[api(tag = "type")]
    pub(super) enum part_sent {
        /// A job.
        job_part(job_sent),
        /// Any other.
        #[api(unknown)]
        any_other(UnknownObject),
    }
}

#[test]
fn what_a_declaration_allows_itself_is_allowed_to_what_is_made_of_it() {
    use named_as_sent::{job_sent, list_sent, part_sent, word_sent};

    let json = r#"{"jobId":"job-1","theStatus":"DONE","theResult":"m"}"#;
    let job = round_trips::<job_sent>(json);
    assert!(
        matches!(
            job.state(),
            Ok(named_as_sent::job_sentState::Done { theResult: "m" })
        ),
        "{job:?}"
    );
    let list = api_object::from_str::<list_sent<u8, 2>>(r#"{"theItems":[1]}"#);
    assert_eq!(list.map(|read| read.theItems().len()), Ok(1), "one item");
    let word = round_trips::<word_sent>(r#""first_word""#);
    assert_eq!(*word, word_sent::first_word, "the first");
    let part_json = json.replace('{', r#"{"type":"job_part","#);
    let part = round_trips::<part_sent>(&part_json);
    assert!(matches!(*part, part_sent::job_part(_)), "{part:?}");
}
