//! The model case: a fine-tuning job, as an SDK's author declares it.

#[path = "../../examples/fine_tuning_job/declaration.rs"]
#[allow(unreachable_pub)] // An SDK exports them; a test has nobody to export them to.
mod declaration;

use api_object::{ApiObject, Auto, Severity, UnixSeconds};
use insta::assert_snapshot;

pub(crate) use declaration::*;

use crate::round_trip::{comes_back, refusal, round_trips};

pub(crate) const SUCCEEDED: &str = r#"{"object":"fine_tuning.job","id":"ftjob-abc123","created_at":1721764800,"status":"succeeded","error":null,"fine_tuned_model":"ft:gpt-4o-mini:acme::7q8","finished_at":1721768400,"estimated_finish":null,"trained_tokens":5768,"hyperparameters":{"n_epochs":4,"batch_size":"auto","learning_rate_multiplier":0.1},"model":"gpt-4o-mini-2024-07-18","organization_id":"org-123","training_file":"file-abc123","validation_file":null,"result_files":["file-xyz"],"integrations":[{"type":"wandb","wandb":{"project":"p"}}],"seed":42}"#;

const FAILED: &str = r#"{"object":"fine_tuning.job","id":"ftjob-abc123","created_at":1721764800,"status":"failed","error":{"code":"invalid_training_file","message":"no","param":null},"fine_tuned_model":null,"finished_at":null,"estimated_finish":null,"trained_tokens":null,"hyperparameters":null,"model":"m","organization_id":"org-1","training_file":"file-1","validation_file":"file-2","result_files":[],"seed":0}"#;

#[track_caller]
fn job(json: &str) -> FineTuningJob {
    comes_back::<FineTuningJob>(json).lenient()
}

#[test]
fn a_clean_job_has_a_clean_report() {
    for json in [SUCCEEDED, FAILED] {
        let job = round_trips::<FineTuningJob>(json);
        assert!(job.report().is_empty(), "{}", job.report());
        assert_eq!(api_object::to_string(&job), json);
        assert!(job.strict().is_ok());
    }
}

#[test]
fn accessors_lend_what_was_sent() {
    let job = job(SUCCEEDED);
    assert_eq!(FineTuningJob::OBJECT, "fine_tuning.job");
    assert_eq!(job.id().as_str(), "ftjob-abc123");
    assert_eq!(job.created_at(), UnixSeconds::new(1_721_764_800));
    assert_eq!(job.status(), &FineTuningJobStatus::Succeeded);
    assert_eq!(job.fine_tuned_model(), Some("ft:gpt-4o-mini:acme::7q8"));
    assert_eq!(
        (job.trained_tokens(), job.seed(), job.model()),
        (Some(5768), 42, "gpt-4o-mini-2024-07-18")
    );
    let hyper = job.hyperparameters().unwrap();
    assert_eq!(
        (hyper.n_epochs(), hyper.batch_size()),
        (Some(Auto::Value(4)), Some(Auto::Auto))
    );
    assert_eq!(hyper.learning_rate_multiplier(), Some(Auto::Value(0.1)));
    let Some([Integration::Wandb(wandb)]) = job.integrations() else {
        panic!("no integration")
    };
    assert_eq!(
        (wandb.wandb().project(), wandb.wandb().tags().len()),
        ("p", 0)
    );
}

#[test]
fn the_state_unwraps_what_its_status_promises() {
    let job = job(SUCCEEDED);
    let Ok(FineTuningJobState::Succeeded {
        fine_tuned_model,
        finished_at,
        trained_tokens,
        ..
    }) = job.state()
    else {
        panic!("another state");
    };
    let (model, finished_at, tokens): (&str, UnixSeconds, u64) =
        (fine_tuned_model, finished_at, trained_tokens);
    assert_eq!(
        (model, finished_at.get(), tokens),
        ("ft:gpt-4o-mini:acme::7q8", 1_721_768_400, 5768)
    );
    let failed = self::job(FAILED);
    assert!(
        matches!(failed.state(), Ok(FineTuningJobState::Failed { error }) if error.message() == Some("no"))
    );
}

#[test]
fn everything_that_deviates_is_reported_in_the_order_declared() {
    let json = SUCCEEDED
        .replace(
            "\"fine_tuned_model\":\"ft:gpt-4o-mini:acme::7q8\"",
            "\"fine_tuned_model\":null",
        )
        .replace("1721768400", "1721764799")
        .replace("\"estimated_finish\":null", "\"estimated_finish\":0")
        .replace("\"n_epochs\":4", "\"n_epochs\":51")
        .replace(":0.1}", ":0}")
        .replace("org-123", "acme")
        .replace(
            "\"error\":null",
            "\"error\":{\"code\":\"x\",\"message\":7,\"param\":null}",
        )
        .replace("{\"type\":\"wandb\"", "{\"type\":\"mlflow\"")
        .replace("\"seed\":42", "\"seed\":42,\"user_provided_suffix\":null");
    let report = comes_back::<FineTuningJob>(&json).report();
    assert_snapshot!(report, @r#"
        violation[set] /error: error is an object, but status is succeeded, where it must be null
        violation[misfit] /error/message: expected a string or null, found 7
        violation[unset] /fine_tuned_model: fine_tuned_model is null, but status is succeeded, where it must be set
        violation[order] /finished_at: finished_at is 1721764799, which is before created_at, 1721764800
        note[set] /estimated_finish: estimated_finish is 0, but status is succeeded, where it should be null
        violation[range] /hyperparameters/n_epochs: n_epochs is 51, expected an integer from 1 to 50
        violation[range] /hyperparameters/learning_rate_multiplier: learning_rate_multiplier is 0, expected a number greater than 0
        drift[unknown_prefix] /organization_id: organization_id is "acme", expected an id that begins with org-
        drift[unknown_variant] /integrations/0/type: type is "mlflow", a variant that Integration does not know
        drift[unknown_member] /user_provided_suffix: user_provided_suffix is a member that FineTuningJob does not know
        6 violations, 3 drifts, 1 note
    "#);
    assert_snapshot!(job(&json).state().err().unwrap(), @"
        violation[set] /error: error is an object, but status is succeeded, where it must be null
        violation[unset] /fine_tuned_model: fine_tuned_model is null, but status is succeeded, where it must be set
        2 violations
    ");
    assert_eq!(report.worst(), Some(Severity::Violation));
    let machine = serde_json::to_value(&report).unwrap();
    assert_eq!(machine["violations"], 6);
    assert_eq!(machine["issues"][0]["pointer"], "/error");
}

#[test]
fn a_job_that_lacks_members_is_told_all_of_them() {
    assert_snapshot!(refusal::<FineTuningJob>(r#"{"object":"fine_tuning.job","id":"ftjob-1","status":"queued","model":7}"#), @"
        line 1, column 1, at /created_at: `created_at` is missing
        line 1, column 1, at /organization_id: `organization_id` is missing
        line 1, column 1, at /training_file: `training_file` is missing
        line 1, column 1, at /result_files: `result_files` is missing
        line 1, column 1, at /seed: `seed` is missing
        line 1, column 70, at /model: expected a string, found 7
    ");
    assert_snapshot!(refusal::<FineTuningJob>(r#"{"object":"chat.completion","id":"x","choices":[]}"#), @r#"line 1, column 11, at /object: expected the object `fine_tuning.job`, found "chat.completion""#);
    let theirs = serde_json::from_str::<FineTuningJob>(r#"{"id":"ftjob-1"}"#)
        .unwrap_err()
        .to_string();
    for name in [
        "created_at",
        "status",
        "model",
        "organization_id",
        "training_file",
        "result_files",
        "seed",
    ] {
        assert!(theirs.contains(&format!("`{name}`")), "{theirs}");
    }
}

#[test]
fn a_later_observation_is_held_against_an_earlier_one() {
    let at = |status: &str| job(&FAILED.replace("\"failed\"", &format!("\"{status}\"")));
    let says = |from: &str, to: &str| at(from).check_successor(&at(to)).to_string();
    assert_eq!(
        says("validating_files", "succeeded"),
        "no deviation",
        "a poller skips statuses"
    );
    assert_eq!(says("paused", "running"), "no deviation");
    assert_eq!(says("expired", "running"), "no deviation");
    assert_snapshot!(says("succeeded", "running"), @"
        violation[transition] /status: status is running, but was succeeded, which is an end state
        1 violation
    ");
    let other = job(&FAILED
        .replace("ftjob-abc123", "ftjob-2")
        .replace("1721764800", "1721764801"));
    assert_snapshot!(job(FAILED).check_successor(&other), @r#"
        violation[immutable] /id: id is "ftjob-2", but was "ftjob-abc123" and never changes
        violation[immutable] /created_at: created_at is 1721764801, but was 1721764800 and never changes
        2 violations
    "#);
}
