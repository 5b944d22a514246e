use super::fixtures::{Job, Value, job, lines, nested};
use super::*;
use crate::issue::Severity;
use crate::object::Borrower;

fn succeeded() -> Job {
    job(Job::SUCCEEDED)
}

#[test]
fn a_clean_object_has_a_clean_report() {
    for status in 0..7 {
        assert_eq!(lines(&job(status)), [""; 0], "status {status}");
    }
}

#[test]
fn issues_come_in_declaration_order_and_unknown_members_last() {
    let mut odd = succeeded()
        .with_unknown("zeta", "1")
        .with_unknown("alpha", "[ ]");
    odd.extra.tag_missing();
    odd.set(
        "metadata",
        Value::Map(vec![("team".to_owned(), Value::Text("blue"))]),
    )
    .set("id", Value::id(&super::fixtures::JOB_ID, "job-1"))
    .deviate("hyperparameters")
    .set("finished_at", Value::Signed(9));
    assert_eq!(
        lines(&odd),
        [
            "note[missing_tag] /object: object is absent, expected \"fine_tuning.job\"",
            "drift[unknown_prefix] /id: id is \"job-1\", expected an id that begins with ftjob-",
            "violation[order] /finished_at: finished_at is 9, which is before created_at, 10",
            "note[missing_member] /hyperparameters: \
             hyperparameters is absent, where null is expected",
            "note[len] /metadata/team: team has 4 characters, expected at most 3",
            "drift[unknown_member] /zeta: zeta is a member that Job does not know",
            "drift[unknown_member] /alpha: alpha is a member that Job does not know",
        ]
    );
}

#[test]
fn rules_of_one_member_come_in_the_order_written() {
    let mut odd = succeeded();
    let words = ["", "a", "long", "a"];
    odd.set("tags", Value::List(words.map(Value::Text).to_vec()));
    assert_eq!(
        lines(&odd),
        [
            "violation[unique] /tags/3: tags[3] is \"a\", the same as element 1",
            "violation[len] /tags/0: tags[0] has 0 characters, expected 1 to 3",
            "violation[len] /tags/2: tags[2] has 4 characters, expected 1 to 3",
        ]
    );
}

#[test]
fn what_is_below_is_looked_at() {
    let mut odd = succeeded();
    let hyper = nested::hyperparameters(Value::Unsigned(60)).with_unknown("a/b", "1");
    odd.set("hyperparameters", Value::Object(hyper))
        .set(
            "result_files",
            Value::List(["file-1", "fil-2"].map(nested::file).to_vec()),
        )
        .set(
            "integrations",
            Value::List(vec![
                nested::union(nested::wandb("p").with_unknown("team", "1")),
                nested::unknown_union("slack", r#"{"type":"slack"}"#),
                nested::unknown_union("", r#"{"n":1}"#),
            ]),
        );
    assert_eq!(
        lines(&odd),
        [
            "violation[range] /hyperparameters/n_epochs: \
             n_epochs is 60, expected an integer from 1 to 50",
            "drift[unknown_member] /hyperparameters/a~1b: \
             \"a/b\" is a member that Hyperparameters does not know",
            "drift[unknown_prefix] /result_files/1: result_files[1] is \"fil-2\", \
             expected an id that begins with file- or file_",
            "drift[unknown_member] /integrations/0/team: \
             team is a member that Wandb does not know",
            "drift[unknown_variant] /integrations/1/type: \
             type is \"slack\", a variant that Integration does not know",
            "drift[unknown_variant] /integrations/2: \
             integrations[2] has no type, by which Integration is told apart",
        ]
    );
}

#[test]
fn an_issue_says_apart_what_was_expected_and_found() {
    let mut odd = succeeded();
    odd.unknown_status("melting");
    let report = check(Value::Object(odd).view());
    let [issue] = report.issues() else {
        panic!("{report}")
    };
    assert_eq!(issue.found().as_deref(), Some("\"melting\""));
    assert_eq!(
        issue.expected().as_deref(),
        Some("validating_files, queued, running, paused, succeeded, failed or cancelled")
    );
    assert_eq!(
        (issue.code, issue.severity),
        (Code::UnknownWord, Severity::Drift)
    );
}

#[test]
fn a_rule_in_note_is_a_note() {
    let mut odd = succeeded();
    odd.set("estimated_finish", Value::Signed(0));
    assert_eq!(
        lines(&odd),
        [
            "note[set] /estimated_finish: estimated_finish is 0, but status is succeeded, \
          where it should be null"
        ]
    );
}

#[test]
fn a_former_tag_is_drift() {
    let mut odd = succeeded();
    odd.extra.tag_former("fine-tune");
    assert_eq!(
        lines(&odd),
        ["drift[former_tag] /object: object is \"fine-tune\", expected \"fine_tuning.job\""]
    );
}

#[test]
fn presence_is_said_as_it_was() {
    let mut odd = succeeded();
    odd.deviate("integrations")
        .deviate("seed")
        .deviate("estimated_finish");
    assert_eq!(
        lines(&odd),
        [
            "note[missing_member] /estimated_finish: \
             estimated_finish is absent, where null is expected",
            "note[null_member] /integrations: \
             integrations is null, where it is expected to be absent",
            "violation[missing_member] /seed: seed is missing",
        ]
    );
}

#[test]
fn what_was_set_since_no_longer_deviates() {
    let mut mended = succeeded();
    mended.deviate("estimated_finish").deviate("integrations");
    mended
        .set_aside("estimated_finish", "\"soon\"")
        .set("estimated_finish", Value::Signed(5))
        .set("integrations", Value::List(vec![]))
        .status("running")
        .null("finished_at")
        .null("fine_tuned_model");
    assert_eq!(lines(&mended), [""; 0]);
}

#[test]
fn a_blank_is_not_judged_by_rules() {
    let mut odd = succeeded();
    odd.null("fine_tuned_model")
        .set_aside("fine_tuned_model", "7")
        .set("created_at", Value::Signed(99))
        .set_aside("created_at", "\"yesterday\"");
    assert_eq!(
        lines(&odd),
        [
            "violation[misfit] /created_at: expected true or false, found \"yesterday\"",
            "violation[misfit] /fine_tuned_model: expected true or false, found 7",
        ]
    );
}

#[test]
fn rules_of_the_users_own_speak_for_themselves() {
    let mut odd = succeeded();
    odd.complaint = Some("smells");
    assert_eq!(
        lines(&odd),
        [
            "violation[custom] /fine_tuned_model: smells (3)",
            "note[custom] (root): smells (9)",
        ]
    );
    odd.status("failed").null("fine_tuned_model");
    assert_eq!(
        lines(&odd),
        ["note[custom] (root): smells (9)"],
        "a null member is not asked"
    );
}

#[test]
fn a_value_that_is_no_object_is_checked_too() {
    let list = Value::List(vec![nested::file("x"), Value::Object(succeeded())]);
    let report = check(list.view());
    assert_eq!(report.len(), 1);
    assert_eq!(report.issues()[0].pointer.as_str(), "/0");
    assert!(check(Value::Null.view()).is_empty());
}

/// A list of strings, of which nothing is asked, in an object that is its only member.
struct Tags {
    asked: std::cell::Cell<usize>,
}

impl Node for Tags {
    fn view(&self) -> View<'_> {
        View::List(self)
    }
}

impl List for Tags {
    fn count(&self) -> usize {
        1_000
    }

    fn get(&self, _: usize) -> Option<&dyn Node> {
        self.asked.set(self.asked.get() + 1);
        None
    }
}

impl Object for Tags {
    fn lend(&self, f: &mut dyn Borrower) {
        static MEMBERS: &[Member] = &[Member::new("tags", "", Shape::List(&Shape::Text))];
        static TAGGED: ObjectType = ObjectType::new("Tagged", "", MEMBERS);
        f.take(&Lent {
            object: &TAGGED,
            extra: None,
            fields: &[self],
        });
    }
}

#[test]
fn a_list_is_not_walked_below_which_is_nothing() {
    let tags = Tags {
        asked: Default::default(),
    };
    Walk::default().object(&tags, &Path::Root);
    assert_eq!(tags.asked.get(), 0);
}
