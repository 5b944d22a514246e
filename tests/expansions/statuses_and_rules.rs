//! What the golden expansions of statuses and of rules do.

use api_object::ApiObject;

use super::{
    closed_enum, lifecycle, null_like, optional_status, relations, round_trip, rules,
    shared_status, status, told,
};

#[test]
fn a_status_may_be_left_out_or_shared() {
    let none = round_trip::<optional_status::Document>("{}");
    assert!(matches!(
        none.state(),
        Ok(optional_status::DocumentState::NoStatus)
    ));
    let failed =
        round_trip::<optional_status::Document>(r#"{"status":"failed","status_details":"x"}"#);
    assert!(matches!(
        failed.state(),
        Ok(optional_status::DocumentState::Failed {
            status_details: "x"
        })
    ));
    let call = round_trip::<shared_status::ToolCall>(r#"{"status":"failed","output":"x"}"#);
    assert!(call.check().is_empty() && call.status().is_terminal());
    let message = round_trip::<shared_status::Message>(r#"{"status":"failed","error":null}"#);
    assert_eq!(told(&message), ["/error unset"]);
}

#[test]
fn a_closed_enum_refuses_other_words() {
    assert_eq!(
        round_trip::<closed_enum::Order>(r#""desc""#),
        closed_enum::Order::Desc
    );
    assert_eq!("down".parse(), Ok(closed_enum::Order::Desc));
    assert!(api_object::from_str::<closed_enum::Order>(r#""up""#).is_err());
}

#[test]
fn some_values_are_as_good_as_null() {
    let job = round_trip::<null_like::Job>(r#"{"error":"","estimate":-1}"#);
    assert_eq!((job.error(), job.estimate()), (None, None));
    assert!(job.check().is_empty());
}

#[test]
fn rules_look_at_other_members() {
    let invoice = round_trip::<relations::Invoice>(
        r#"{"status":"paid","method":"send","due":null,"opened_at":null,"paid_at":7,"copy":"x","tax":1,"total":2}"#,
    );
    assert_eq!(
        told(&invoice),
        [
            "/due unset",
            "/opened_at unset",
            "/paid_at set",
            "/copy same_as",
            " ensure"
        ]
    );
}

#[test]
fn a_lifecycle_has_ends_and_ways_back() {
    let text = r#"{"object":"subscription","status":"canceled","canceled_at":5,"ended_at":6,"invoice":null}"#;
    let subscription = round_trip::<lifecycle::Subscription>(text);
    assert!(told(&subscription).is_empty());
    assert!(subscription.status().is_terminal());
    assert!(
        subscription
            .status()
            .successors()
            .eq([lifecycle::SubscriptionStatus::Active])
    );
    assert!(matches!(
        subscription.state(),
        Ok(lifecycle::Standing::Canceled { .. })
    ));
}

#[test]
fn statuses_without_arrows_have_no_end() {
    let key = round_trip::<status::Key>(r#"{"status":"disabled","disabled_at":null}"#);
    assert_eq!(told(&key), ["/disabled_at unset"]);
    assert!(key.state().is_err());
}

#[test]
fn rules_are_kept_or_told() {
    let text = r#"{"name":"","workers":30,"share":1.0,"rate":0.3,"dry":true,"priority":-5,"labels":["a","a"],"region":"eu","metadata":{},
        "created_at":9,"started_at":8,"completed_at":7,"expires_at":6,"completed":2,"total":1}"#;
    let batch = round_trip::<rules::Batch>(text);
    let expected = [
        "/name len",
        "/workers range",
        "/share range",
        "/priority range",
        "/labels/1 unique",
        "/rate multiple_of",
        "/rate one_of",
        "/dry one_of",
        "/metadata len",
        "/started_at order",
        "/completed_at order",
        "/completed_at order",
        "/completed order",
        "/total order",
    ];
    assert_eq!(told(&batch), expected);
}
