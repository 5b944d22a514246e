//! What reading, checking and writing allocate. The allocator counts for the thread that asks.

use allocation_counter::{AllocationInfo, measure};
use api_object::ApiObject;

#[path = "../examples/fine_tuning_job/declaration.rs"]
#[allow(unreachable_pub)] // An SDK exports them; a test has nobody to export them to.
mod declaration;

use declaration::FineTuningJob;

const CLEAN: &str = r#"{"object":"fine_tuning.job","id":"ftjob-abc123","created_at":1721764800,"status":"succeeded","error":null,"fine_tuned_model":"ft:gpt-4o-mini:acme::7q8","finished_at":1721768400,"estimated_finish":null,"trained_tokens":5768,"hyperparameters":{"n_epochs":4,"batch_size":"auto","learning_rate_multiplier":0.1},"model":"gpt-4o-mini-2024-07-18","organization_id":"org-123","training_file":"file-abc123","validation_file":null,"result_files":["file-xyz"],"seed":42}"#;

fn allocations(run: impl FnOnce()) -> u64 {
    let AllocationInfo { count_total, .. } = measure(run);
    count_total
}

fn read(json: &str) -> FineTuningJob {
    let read = api_object::from_str::<FineTuningJob>(json);
    read.expect("a job").lenient()
}

/// `fine_tuned_model`, `model` and `result_files`; ids of up to 22 bytes stand in place.
#[test]
fn reading_allocates_what_the_data_needs() {
    read(CLEAN);
    assert_eq!(allocations(|| drop(read(CLEAN))), 3);
}

#[test]
fn a_null_where_null_is_expected_costs_nothing() {
    let json = CLEAN.replace("\"ft:gpt-4o-mini:acme::7q8\"", "null");
    assert_eq!(allocations(|| drop(read(&json))), 2);
    // Which members were absent is remembered in the bits of `Extra`.
    let json = json
        .replace("\"error\":null,", "")
        .replace("\"object\":\"fine_tuning.job\",", "");
    assert_eq!(allocations(|| drop(read(&json))), 2);
}

#[test]
fn unknown_members_cost_two_allocations_for_an_object() {
    let json = CLEAN.replace("\"seed\":42", "\"seed\":42,\"a\":{\"b\":[1,2,3]}");
    assert_eq!(allocations(|| drop(read(&json))), 3 + 2);
}

#[test]
fn a_clean_object_is_checked_without_an_allocation() {
    let job = read(CLEAN);
    assert!(job.check().is_empty());
    assert_eq!(allocations(|| drop(job.check())), 0);
}

#[test]
fn a_state_and_a_clean_successor_cost_no_allocation() {
    let (job, later) = (read(CLEAN), read(CLEAN));
    assert_eq!(allocations(|| assert!(job.state().is_ok())), 0);
    assert_eq!(
        allocations(|| assert!(job.check_successor(&later).is_empty())),
        0
    );
}

#[test]
fn writing_allocates_its_text_alone() {
    let job = read(CLEAN);
    let written = measure(|| drop(api_object::to_vec(&job)));
    // The text has room for 128 bytes at first, which is doubled twice here.
    assert_eq!(written.count_total, 3);
}
