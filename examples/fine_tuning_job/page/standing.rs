//! Where the job stands, and what came of it.

use api_object::{ApiObject, Descriptor};

use crate::declaration::{
    FineTuningJob, FineTuningJobError, FineTuningJobState, FineTuningJobStatus,
};
use crate::layout::Layout;
use crate::quantity::count;

pub(crate) fn show(job: &FineTuningJob, page: &mut Layout) {
    let status = job.status();
    page.row("status", status.as_str());
    if let Some(meaning) = meaning(status) {
        page.more(meaning);
    }
    page.more(&prospect(status));
    outcome(job, page);
}

/// What the declaration says of a status: the doc comment in its table.
fn meaning(status: &FineTuningJobStatus) -> Option<&'static str> {
    let Descriptor::OpenEnum(statuses) = FineTuningJobStatus::DESCRIPTOR else {
        return None;
    };
    let place = statuses.find(status.as_str())?;
    statuses.words.get(place).map(|word| word.docs)
}

/// What may follow a status.
fn prospect(status: &FineTuningJobStatus) -> String {
    if !status.is_known() {
        return "These types do not know this status, nor what follows it.".to_owned();
    }
    let next: Vec<String> = status.successors().map(|next| next.to_string()).collect();
    match (status.is_terminal(), next.split_last()) {
        (true, _) => "This is an end state.".to_owned(),
        (false, None) => "Nothing follows.".to_owned(),
        (false, Some((only, []))) => format!("Next: {only}."),
        (false, Some((last, others))) => format!("Next: {} or {last}.", others.join(", ")),
    }
}

/// What came out: the typed view holds it for as long as the job agrees with its own status.
fn outcome(job: &FineTuningJob, page: &mut Layout) {
    match job.state() {
        Ok(FineTuningJobState::Succeeded {
            fine_tuned_model,
            trained_tokens,
            ..
        }) => {
            page.row("model", fine_tuned_model);
            page.row("tokens billed", &count(trained_tokens));
        }
        Ok(FineTuningJobState::Failed { error }) => page.row("failed because", &reason(error)),
        Ok(FineTuningJobState::Cancelled) => page.row("model", "none"),
        Ok(FineTuningJobState::Unknown(_)) => page.row("model", "not known"),
        Ok(_) => page.row("model", "none yet"),
        Err(_) => page.row(
            "model",
            "not clear: the job contradicts its status, see below",
        ),
    }
}

fn reason(error: &FineTuningJobError) -> String {
    let message = error.message().unwrap_or("no reason is given");
    let code = error.code().map(|code| format!(" [{code}]"));
    let param = error.param().map(|param| format!(", at parameter {param}"));
    format!(
        "{message}{}{}",
        code.unwrap_or_default(),
        param.unwrap_or_default()
    )
}
