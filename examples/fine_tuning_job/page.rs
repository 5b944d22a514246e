//! The page for a person: the job, and where it deviates.

mod deviations;
mod standing;

use api_object::{Auto, Report, UnixSeconds};

use crate::declaration::{FineTuningJob, Hyperparameters, Integration};
use crate::layout::Layout;
use crate::quantity::{duration, moment};
use crate::round_trip::RoundTrip;

pub(crate) fn page(job: &FineTuningJob, report: &Report, round_trip: &RoundTrip) -> String {
    let mut page = Layout::default();
    page.heading(&format!("Fine-tuning job {}", job.id()));
    standing::show(job, &mut page);
    times(job, &mut page);
    training(job, &mut page);
    deviations::show(report, &mut page);
    written_back(round_trip, &mut page);
    page.into_text()
}

fn times(job: &FineTuningJob, page: &mut Layout) {
    page.heading("Times");
    page.row("created", &moment(job.created_at()));
    if let Some(finished) = job.finished_at() {
        page.row("finished", &later(job.created_at(), finished));
    }
    if let Some(estimate) = job.estimated_finish() {
        page.row("expected to end", &later(job.created_at(), estimate));
    }
}

/// A moment, and how long after the job's creation it is.
fn later(created: UnixSeconds, then: UnixSeconds) -> String {
    let seconds = then.since(created);
    let (moment, duration) = (moment(then), duration(seconds));
    match seconds {
        0.. => format!("{moment}, {duration} later"),
        _ => format!("{moment}, {duration} before it was created"),
    }
}

fn training(job: &FineTuningJob, page: &mut Layout) {
    page.heading("Training");
    page.row("base model", job.model());
    page.row("organization", job.organization_id().as_str());
    page.row("training file", job.training_file().as_str());
    let validation = job.validation_file().map_or("none", |file| file.as_str());
    page.row("validation file", validation);
    list(
        page,
        "result files",
        job.result_files().iter().map(ToString::to_string),
    );
    match job.hyperparameters() {
        Some(hyperparameters) => self::hyperparameters(hyperparameters, page),
        None => page.row("hyperparameters", "not said"),
    }
    page.row("seed", &job.seed().to_string());
    let integrations = job.integrations().unwrap_or_default();
    list(page, "reports to", integrations.iter().map(integration));
}

fn hyperparameters(chosen: &Hyperparameters, page: &mut Layout) {
    page.row("epochs", &setting(chosen.n_epochs()));
    page.row("batch size", &setting(chosen.batch_size()));
    page.row("learning rate", &setting(chosen.learning_rate_multiplier()));
}

fn setting<T: ToString>(chosen: Option<Auto<T>>) -> String {
    match chosen {
        Some(Auto::Value(value)) => value.to_string(),
        Some(Auto::Auto) => "left to the server".to_owned(),
        None => "not said".to_owned(),
    }
}

fn integration(integration: &Integration) -> String {
    match integration {
        Integration::Wandb(wandb) => {
            format!("Weights & Biases, project {}", wandb.wandb().project())
        }
        Integration::Other(other) => {
            let name = other.tag().unwrap_or("something without a name");
            format!("{name}, which these types do not know")
        }
    }
}

fn list(page: &mut Layout, label: &str, items: impl Iterator<Item = String>) {
    let mut items = items.peekable();
    page.row(label, &items.next().unwrap_or_else(|| "none".to_owned()));
    items.for_each(|item| page.more(&item));
}

fn written_back(round_trip: &RoundTrip, page: &mut Layout) {
    page.heading(&match round_trip {
        RoundTrip::Same => "Written back, it is the same JSON value.".to_owned(),
        RoundTrip::Changed => "Written back, it is ANOTHER JSON value.".to_owned(),
        RoundTrip::Unjudged(why) => format!("Written back, it cannot be judged: {why}."),
    });
}
