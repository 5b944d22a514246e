//! One fine-tuning job after the other, with the nulls that belong to its status.

use super::json::Json;
use crate::random::Random;

/// The members of an object, in the order in which they are written.
pub(super) type Members = Vec<(&'static str, Json)>;

/// Each status, and how often it occurs among [`WEIGHTS`] jobs.
pub(super) const STATUSES: &[(&str, usize)] = &[
    ("validating_files", 2),
    ("queued", 3),
    ("running", 5),
    ("paused", 2),
    ("succeeded", 14),
    ("failed", 6),
    ("cancelled", 4),
];

const WEIGHTS: usize = 36;

const MODELS: &[&str] = &[
    "gpt-4o-mini-2024-07-18",
    "gpt-4o-2024-08-06",
    "gpt-3.5-turbo-0125",
    "davinci-002",
    "gpt-4.1-nano-2025-04-14",
];

const ERRORS: &[(&str, &str, Option<&str>)] = &[
    (
        "invalid_training_file",
        "The job failed due to an invalid training file. Expected file to have JSONL format, \
         where every line is a valid JSON dictionary.\nLine 17: unexpected \"}\".",
        Some("training_file"),
    ),
    (
        "exceeded_quota",
        "Creating this fine-tuning job would exceed your quota.",
        None,
    ),
    (
        "invalid_n_examples",
        "Training file has 7 example(s), but must have at least 10 examples",
        Some("training_file"),
    ),
    (
        "server_error",
        "Die Verarbeitung ist fehlgeschlagen – bitte später erneut versuchen.",
        None,
    ),
];

/// The order in which the vendor's servers write the members.
const VENDOR_ORDER: &[&str] = &[
    "object",
    "id",
    "model",
    "created_at",
    "finished_at",
    "fine_tuned_model",
    "organization_id",
    "result_files",
    "status",
    "validation_file",
    "training_file",
    "hyperparameters",
    "trained_tokens",
    "error",
    "seed",
    "estimated_finish",
    "integrations",
];

/// An endless list of jobs.
pub(super) struct Jobs {
    random: Random,
    organization: String,
    now: u64,
}

impl Jobs {
    pub(super) fn new(mut random: Random) -> Self {
        Jobs {
            organization: format!("org-{}", random.alphanumeric(24)),
            now: 1_721_764_800,
            random,
        }
    }

    pub(super) fn take(mut self, count: usize) -> Vec<Members> {
        (0..count).map(|_| self.next()).collect()
    }

    pub(super) fn next(&mut self) -> Members {
        let created = self.now;
        self.now += 60 + self.random.below(40_000) as u64;
        let status = self.status();
        let succeeded = status == "succeeded";
        let model = *self.random.pick(MODELS);
        let ended = created + 300 + self.random.below(20_000) as u64;
        let fine_tuned = self.fine_tuned(model);
        let cancelled_at = status == "cancelled" && self.random.once_in(2);
        let finished = (succeeded || status == "failed" || cancelled_at).then(|| Json::raw(ended));
        let mut job = vec![
            ("object", Json::text("fine_tuning.job")),
            ("id", self.id("ftjob-", 24)),
            ("created_at", Json::raw(created)),
            ("status", Json::text(status)),
            (
                "error",
                Json::or_null((status == "failed").then(|| self.error())),
            ),
            (
                "fine_tuned_model",
                Json::or_null(succeeded.then_some(fine_tuned)),
            ),
            ("finished_at", Json::or_null(finished)),
            (
                "estimated_finish",
                Json::or_null((status == "running").then(|| Json::raw(ended))),
            ),
            (
                "trained_tokens",
                Json::or_null(succeeded.then(|| self.trained_tokens())),
            ),
            ("hyperparameters", self.hyperparameters()),
            ("model", Json::text(model)),
            ("organization_id", Json::text(&self.organization)),
            ("training_file", self.id("file-", 22)),
            ("validation_file", self.validation_file()),
            ("result_files", self.result_files(succeeded)),
        ];
        job.extend(self.integrations().map(|list| ("integrations", list)));
        job.push(("seed", Json::raw(self.random.below(1 << 31))));
        job
    }

    fn status(&mut self) -> &'static str {
        let mut at = self.random.below(WEIGHTS);
        for &(status, weight) in STATUSES {
            if at < weight {
                return status;
            }
            at -= weight;
        }
        unreachable!("the weights add up to {WEIGHTS}")
    }

    fn id(&mut self, prefix: &str, len: usize) -> Json {
        Json::text(format!("{prefix}{}", self.random.alphanumeric(len)))
    }

    fn fine_tuned(&mut self, model: &str) -> Json {
        let suffix = self.random.alphanumeric(8);
        Json::text(format!("ft:{model}:my-org:custom-suffix:{suffix}"))
    }

    fn trained_tokens(&mut self) -> Json {
        Json::raw(1_000 + self.random.below(9_000_000))
    }

    fn error(&mut self) -> Json {
        let &(code, message, param) = self.random.pick(ERRORS);
        Json::Object(vec![
            ("code", Json::text(code)),
            ("message", Json::text(message)),
            ("param", Json::or_null(param.map(Json::text))),
        ])
    }

    fn hyperparameters(&mut self) -> Json {
        if self.random.once_in(12) {
            return Json::null();
        }
        let rate = *self
            .random
            .pick(&["0.1", "1.8", "2", "0.05", "2e-5", "1.25"]);
        let epochs = 1 + self.random.below(6);
        let batch = 1 << self.random.below(7);
        Json::Object(vec![
            ("n_epochs", self.or_auto(Json::raw(epochs))),
            ("batch_size", self.or_auto(Json::raw(batch))),
            ("learning_rate_multiplier", self.or_auto(Json::raw(rate))),
        ])
    }

    fn or_auto(&mut self, number: Json) -> Json {
        match self.random.below(20) {
            0 => Json::null(),
            1..8 => Json::text("auto"),
            _ => number,
        }
    }

    fn validation_file(&mut self) -> Json {
        let given = self.random.once_in(3);
        Json::or_null(given.then(|| self.id("file-", 22)))
    }

    fn result_files(&mut self, succeeded: bool) -> Json {
        let count = if succeeded {
            1 + self.random.below(5)
        } else {
            0
        };
        Json::List((0..count).map(|_| self.id("file-", 22)).collect())
    }

    fn integrations(&mut self) -> Option<Json> {
        match self.random.below(10) {
            0 => Some(Json::List(
                (0..=self.random.below(2)).map(|_| self.wandb()).collect(),
            )),
            1 => Some(Json::List(Vec::new())),
            _ => None,
        }
    }

    fn wandb(&mut self) -> Json {
        let run = format!("run-{}", self.random.alphanumeric(6));
        let named = self.random.once_in(2);
        let wandb = vec![
            ("project", Json::text("fine-tuning-experiments")),
            ("name", Json::or_null(named.then(|| Json::text(run)))),
            ("entity", Json::null()),
            (
                "tags",
                Json::List(vec![Json::text("openai/finetune"), self.id("openai/", 10)]),
            ),
        ];
        Json::Object(vec![
            ("type", Json::text("wandb")),
            ("wandb", Json::Object(wandb)),
        ])
    }
}

/// Puts the members into the order in which the vendor's servers write them.
pub(super) fn in_vendor_order(job: &mut Members) {
    job.sort_by_key(|(name, _)| VENDOR_ORDER.iter().position(|n| n == name));
}

/// Adds `count` members that no declaration knows, at random places.
pub(super) fn add_unknown(job: &mut Members, count: usize, random: &mut Random) {
    let method = vec![
        ("type", Json::text("supervised")),
        (
            "supervised",
            Json::Object(vec![("hyperparameters", Json::Object(Vec::new()))]),
        ),
    ];
    let mut unknown = vec![
        ("user_provided_suffix", Json::null()),
        ("shared_with_openai", Json::raw(random.once_in(2))),
        ("queue_position", Json::raw(random.below(90))),
        (
            "eval_id",
            Json::text(format!("eval_{}", random.alphanumeric(24))),
        ),
        ("method", Json::Object(method)),
        (
            "usage_metrics",
            Json::List(vec![Json::raw("0.25"), Json::raw(17)]),
        ),
    ];
    random.shuffle(&mut unknown);
    for member in unknown.into_iter().take(count) {
        job.insert(random.below(job.len() + 1), member);
    }
}

/// Gives one optional member a value that does not fit its type.
pub(super) fn damage(job: &mut Members, random: &mut Random) {
    let damages = [
        ("fine_tuned_model", Json::raw(17)),
        ("finished_at", Json::text("2024-07-24T07:20:00Z")),
        ("estimated_finish", Json::text("soon")),
        ("trained_tokens", Json::raw("-1")),
        ("hyperparameters", Json::List(vec![Json::text("auto")])),
        ("validation_file", Json::Object(vec![("id", Json::null())])),
        ("error", Json::raw(false)),
    ];
    let (name, misfit) = random.pick(&damages).clone();
    for (_, value) in job.iter_mut().filter(|(n, _)| *n == name) {
        *value = misfit.clone();
    }
}
