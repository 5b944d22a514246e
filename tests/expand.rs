//! The inputs of the golden expansions are programs, too: each is compiled here, and run.

// The inputs are written as in a library.
#![allow(unreachable_pub)]

use api_object::ApiObject;
use serde_json::Value;

#[path = "expansions/ids.rs"]
mod of_ids;
#[path = "expansions/statuses_and_rules.rs"]
mod of_statuses_and_rules;

#[path = "expand/beside.rs"]
mod beside;
#[path = "expand/borrowed.rs"]
mod borrowed;
#[path = "expand/borrowed_ids.rs"]
mod borrowed_ids;
#[path = "expand/checks.rs"]
mod checks;
#[path = "expand/closed_enum.rs"]
mod closed_enum;
#[path = "expand/crate_path.rs"]
mod crate_path;
#[path = "expand/debug.rs"]
mod debug;
#[path = "expand/defaults.rs"]
mod defaults;
#[path = "expand/each.rs"]
mod each;
#[path = "../examples/fine_tuning_job/declaration.rs"]
mod fine_tuning_job;
#[path = "expand/flatten.rs"]
mod flatten;
#[path = "expand/foreign.rs"]
mod foreign;
// Two of its types are only to be compiled.
#[path = "expand/generic.rs"]
#[allow(dead_code)]
mod generic;
#[path = "expand/id.rs"]
mod id;
#[path = "expand/ids.rs"]
mod ids;
#[path = "expand/lifecycle.rs"]
mod lifecycle;
#[path = "expand/listed_statuses.rs"]
mod listed_statuses;
#[path = "expand/minimal.rs"]
mod minimal;
#[path = "expand/names.rs"]
mod names;
#[path = "expand/null_like.rs"]
mod null_like;
#[path = "expand/number_ids.rs"]
mod number_ids;
#[path = "expand/open_enum.rs"]
mod open_enum;
#[path = "expand/optional.rs"]
mod optional;
#[path = "expand/optional_status.rs"]
mod optional_status;
#[path = "expand/pattern.rs"]
mod pattern;
#[path = "expand/phantom.rs"]
mod phantom;
#[path = "expand/public_fields.rs"]
mod public_fields;
#[path = "expand/raw_names.rs"]
mod raw_names;
#[path = "expand/relations.rs"]
mod relations;
#[path = "expand/rules.rs"]
mod rules;
#[path = "expand/shared_status.rs"]
mod shared_status;
#[path = "expand/status.rs"]
mod status;
#[path = "expand/tag.rs"]
mod tag;
#[path = "expand/union.rs"]
mod union;
#[path = "expand/unions.rs"]
mod unions;
#[path = "expand/wide.rs"]
mod wide;

/// Reads a document, writes it again, both ways, and answers the value.
#[track_caller]
fn round_trip<'de, T>(text: &'de str) -> T
where
    T: ApiObject
        + api_object::Fill<'de>
        + serde::Serialize
        + serde::Deserialize<'de>
        + PartialEq
        + std::fmt::Debug,
{
    let expected: Value = serde_json::from_str(text).expect("the document is JSON");
    let value = api_object::from_str::<T>(text)
        .expect("the document can be read")
        .lenient();
    let written: Value =
        serde_json::from_str(&api_object::to_string(&value)).expect("we write JSON");
    assert_eq!(written, expected);
    let by_serde: T = serde_json::from_str(text).expect("serde can read it");
    assert_eq!(by_serde, value);
    assert_eq!(
        serde_json::to_value(&by_serde).expect("serde can write it"),
        expected
    );
    value
}

/// The pointers and codes of what is to be said of a value.
fn told<T: ApiObject>(value: &T) -> Vec<String> {
    let report = value.check();
    let told = report.issues().iter();
    told.map(|issue| format!("{} {}", issue.pointer, issue.code.as_str()))
        .collect()
}

#[test]
fn borrowed_fields_lie_in_the_text() {
    let text = r#"{"chunks":[{"id":"c1","text":"plain","finish_reason":null}],"usage":3}"#;
    let chunks = round_trip::<borrowed::Chunks<'_, u64>>(text);
    let id = chunks.chunks()[0].id();
    assert!(text.as_bytes().as_ptr_range().contains(&id.as_ptr()));
    assert_eq!(*chunks.usage(), 3);
}

#[test]
fn checks_of_the_user_are_run_where_they_stand() {
    let window = round_trip::<checks::Window>(r#"{"from":1500,"to":1499}"#);
    assert_eq!(
        told(&window),
        ["/from custom", "/to custom", "/to custom", " custom"]
    );
    assert_eq!(window.to(), Some(1499));
    assert!(told(&round_trip::<checks::Window>(r#"{"from":0,"to":null}"#)).is_empty());
}

#[test]
fn the_runtime_may_have_another_name() {
    let thing =
        round_trip::<crate_path::Thing>(r#"{"id":"thing_1","status":"gone","reason":"old"}"#);
    assert!(matches!(
        thing.state(),
        Ok(crate_path::ThingState::Gone { reason: "old" })
    ));
    assert_eq!(thing.id().as_str(), "thing_1");
}

#[test]
fn debug_shows_json_without_secrets() {
    let key = round_trip::<debug::Key<debug::Lock>>(
        r#"{"secret":"sk-1","opens":{"type":"door","floor":-1}}"#,
    );
    assert_eq!(
        format!("{key:?}"),
        r#"Key {"secret":"…","opens":{"type":"door","floor":-1}}"#
    );
}

#[test]
fn defaults_take_the_place_of_what_is_absent() {
    let listing = round_trip::<defaults::Listing>("{}");
    assert_eq!((listing.limit(), listing.order()), (20, "desc"));
    assert!(listing.words().is_empty());
}

#[test]
fn elements_are_asked() {
    let text = r#"{"vector":[0.5,-2.0],"lines":[["a"],[]],"metadata":null}"#;
    let embedding = round_trip::<each::Embedding>(text);
    assert_eq!(told(&embedding), ["/vector/1 range", "/lines/1 len"]);
}

#[test]
fn a_phantom_is_no_member() {
    let cents = round_trip::<phantom::Cents<std::convert::Infallible, 2>>(r#"{"amount":7}"#);
    assert_eq!(cents.amount(), 7);
}

#[test]
fn types_of_serde_are_members() {
    let text =
        r#"{"target":"::1","timeout":{"secs":5,"nanos":0},"status":"done","route":["10.0.0.1"]}"#;
    let probe = round_trip::<foreign::Probe>(text);
    assert!(probe.target().is_loopback());
    assert_eq!((probe.timeout().as_secs(), probe.pause().as_secs()), (5, 1));
    assert!(matches!(
        probe.state(),
        Ok(foreign::ProbeState::Done { route: [_] })
    ));
}

#[test]
fn the_model_case_runs() {
    let text = r#"{"object":"fine_tuning.job","id":"ftjob-1","created_at":1,"status":"succeeded","error":null,
        "fine_tuned_model":"ft:m","finished_at":9,"estimated_finish":null,"trained_tokens":7,
        "hyperparameters":{"n_epochs":"auto","batch_size":4,"learning_rate_multiplier":0.5},"model":"m",
        "organization_id":"org-1","training_file":"file-1","validation_file":null,"result_files":["file-2"],
        "integrations":[{"type":"wandb","wandb":{"project":"p"}},{"type":"new","new":[]}],"seed":-1,"later":{}}"#;
    let job = round_trip::<fine_tuning_job::FineTuningJob>(text);
    assert!(job.status().is_terminal());
    assert!(job.state().is_ok());
    assert_eq!(
        told(&job),
        [
            "/integrations/1/type unknown_variant",
            "/later unknown_member"
        ]
    );
}

#[test]
fn types_may_have_parameters() {
    let page = round_trip::<generic::Page<id::FileId>>(
        r#"{"object":"list","data":["file-1"],"has_more":false}"#,
    );
    assert_eq!(page.data()[0].as_str(), "file-1");
    let text = r#"{"first":[true],"second":{"object":"list","data":[],"has_more":true,"next":1}}"#;
    let pair = round_trip::<generic::Pair<Vec<bool>, generic::Page<String>>>(text);
    assert_eq!(told(&pair), ["/second/next unknown_member"]);
    round_trip::<generic::Wrapped<u8>>(
        r#"{"type":"page","object":"list","data":[255],"has_more":false}"#,
    );
}

#[test]
fn an_id_is_a_string() {
    let id = round_trip::<id::FileId>(r#""folder-1""#);
    assert_eq!(id.to_string(), "folder-1");
    assert_eq!(told(&id), [" unknown_prefix"]);
}

#[test]
fn fields_make_ids() {
    let file = round_trip::<ids::StoredFile>(r#"{"id":"file_1","store_id":"vs-1","owner":"me"}"#);
    assert_eq!(told(&file), ["/store_id unknown_prefix"]);
    assert_eq!(file.owner(), &ids::OwnerId::from("me"));
}

#[test]
fn one_member_is_enough() {
    assert_eq!(round_trip::<minimal::Model>(r#"{"name":"m"}"#).name(), "m");
}

#[test]
fn names_are_as_the_wire_has_them() {
    let text = r#"{"promptTokens":1,"answerTokens":2,"total":3,"cached":true,"internalCost":0.5}"#;
    let usage = round_trip::<names::Usage>(text);
    assert!(usage.is_cached());
    let former = text
        .replace("answerTokens", "outputTokens")
        .replace("total", "sum");
    let former = api_object::from_str::<names::Usage>(&former).expect("former names are read");
    assert_eq!(former.total_tokens(), 3);
}

#[test]
fn words_are_kept_though_nobody_knows_them() {
    assert_eq!(
        round_trip::<open_enum::Purpose>(r#""fine-tune""#),
        open_enum::Purpose::FineTune
    );
    let unknown = round_trip::<open_enum::Purpose>(r#""to dance""#);
    assert!(!unknown.is_known());
    assert_eq!(unknown.as_str(), "to dance");
}

#[test]
fn absent_is_not_null() {
    round_trip::<optional::Message>(r#"{"role":"user","content":null}"#);
    let text = r#"{"role":"assistant","content":"hm","refusal":"no","tool_calls":[{"name":"b","parent":{"name":"a"}}]}"#;
    let message = round_trip::<optional::Message>(text);
    assert_eq!(message.refusal(), Some("no"));
    let call = message
        .tool_calls()
        .and_then(|calls| calls.first())
        .expect("there is a call");
    assert_eq!(call.parent().map(optional::ToolCall::name), Some("a"));
}

#[test]
fn members_of_two_objects_stand_together() {
    let file = round_trip::<flatten::File>(r#"{"name":"a","created":2,"updated":1}"#);
    assert_eq!(file.common().created(), 2);
    assert_eq!(told(&file), ["/updated order"]);
}

#[test]
fn strings_must_match() {
    let named = round_trip::<pattern::Named>(r#"{"name":"A","aliases":["a","b c"]}"#);
    assert_eq!(told(&named), ["/name pattern", "/aliases/1 pattern"]);
}

#[test]
fn public_fields_are_read_as_they_are() {
    let place =
        round_trip::<public_fields::Place>(r#"{"latitude":91.0,"longitude":0.0,"name":"?"}"#);
    assert_eq!((place.latitude, place.longitude), (91.0, 0.0));
    assert_eq!(told(&place), ["/latitude range"]);
}

#[test]
fn raw_names_are_plain_on_the_wire() {
    let input = round_trip::<raw_names::Input>(r#"{"type":"text","default":null,"match":"break"}"#);
    assert_eq!(input.r#type(), "text");
    assert!(input.r#match().is_terminal());
    assert_eq!(<raw_names::Input as ApiObject>::DESCRIPTOR.name(), "Input");
    assert_eq!(<raw_names::Match as ApiObject>::DESCRIPTOR.name(), "Match");
}

#[test]
fn tags_are_sent_as_they_came() {
    round_trip::<tag::File>(r#"{"object":"file","bytes":1}"#);
    assert!(
        round_trip::<tag::Event>(r#"{"id":"evt_1"}"#)
            .check()
            .is_empty()
    );
    assert!(
        round_trip::<tag::Item>(r#"{"role":"user"}"#)
            .check()
            .is_empty()
    );
    let former = round_trip::<tag::File>(r#"{"object":"upload","bytes":1}"#);
    assert_eq!(told(&former), ["/object former_tag"]);
    assert_eq!(
        round_trip::<tag::OutputText>(r#"{"type":"output_text","text":"hi"}"#).text(),
        "hi"
    );
}

#[test]
fn variants_are_told_apart_by_their_tag() {
    let call = round_trip::<union::Tool>(r#"{"type":"function","name":"f"}"#);
    assert!(matches!(&call, union::Tool::Call(function) if function.name() == "f"));
    let search = round_trip::<union::Tool>(r#"{"type":"retrieval","max_num_results":90}"#);
    assert_eq!(told(&search), ["/max_num_results range"]);
    round_trip::<union::Tool>(r#"{"type":"dance","steps":[1,2]}"#);
    round_trip::<union::Either>(r#"{"kind":"CALL_FUNCTION","name":"g"}"#);
    assert!(api_object::from_str::<union::Either>(r#"{"kind":"DANCE"}"#).is_err());
}

#[test]
fn variants_are_told_apart_in_every_other_way() {
    for json in [
        r#"{"type":"text","text":"a"}"#,
        r#"{"type":"search","search":{"object":"search","max":1},"n":1}"#,
        r#"{"type":"run","beta":true}"#,
        r#"{"type":"nothing"}"#,
        r#"{"type":"run","beta":false}"#,
    ] {
        round_trip::<unions::Part>(json);
        round_trip::<unions::Content>(json);
        round_trip::<unions::Content>(&format!("[{json}]"));
        round_trip::<unions::Event>(&format!(r#"{{"event":"started","data":{json}}}"#));
    }
    round_trip::<unions::Content>("[1,2]");
    let event = r#"{"event":"searched","data":{"object":"search","max":1}}"#;
    let any = round_trip::<unions::AnyObject>(event);
    assert!(matches!(
        any,
        unions::AnyObject::Event(unions::Event::Searched(_))
    ));
    let search = round_trip::<unions::AnyObject>(r#"{"object":"search","max":1}"#);
    assert!(matches!(search, unions::AnyObject::Search(search) if search.max() == 1));
}

#[test]
fn there_may_be_more_members_than_bits() {
    let members: Vec<String> = (0..72)
        .map(|hour| format!(r#""h{hour:02}":{hour}"#))
        .collect();
    let hours = round_trip::<wide::Hours>(&format!("{{{}}}", members.join(",")));
    assert_eq!((hours.h69(), hours.h71()), (Some(69), 71));
    let missing = api_object::from_str::<wide::Hours>(&format!("{{{}}}", members[..70].join(",")));
    assert_eq!(missing.err().map(|error| error.issues().count()), Some(2));
}

#[test]
fn a_listed_status_is_seen() {
    let json = r#"{"status":"completed","output":"x","ended_at":7}"#;
    let call = round_trip::<listed_statuses::ToolCall>(json);
    let state = call.state().map(|state| format!("{state:?}"));
    assert_eq!(state.unwrap(), r#"Completed { output: "x", ended_at: 7 }"#);
}

#[test]
fn members_stand_beside_a_keyed_value() {
    let json = r#"{"type":"function","function":{"name":"f"},"index":2,"more":1}"#;
    let call = round_trip::<beside::Call>(json);
    assert!(matches!(call, beside::Call::Function(..)));
    let call = round_trip::<beside::Call>(r#"{"type":"code_interpreter","index":2}"#);
    assert!(matches!(call, beside::Call::CodeInterpreter(..)));
}
