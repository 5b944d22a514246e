//! Types that are sent: made by literals and by builders, checked, and written.

use std::collections::BTreeMap;

use api_object::{ApiObject, Auto, Code, Extra, Nullable, Secret, Str, UnixSeconds, UnknownValue};
use bon::Builder;
use insta::assert_snapshot;

use crate::round_trip::round_trips;

/// Made by a literal: what is not named is left out.
#[derive(Debug, Clone, Default, PartialEq, ApiObject)]
#[api(at_most_one(suffix, name))]
pub(crate) struct CreateJob {
    #[api(len(1..))]
    pub model: String,
    pub training_file: FileId,
    #[api(optional)]
    pub validation_file: Option<FileId>,
    #[api(optional)]
    pub hyperparameters: Option<Hyperparameters>,
    #[api(optional, len(..=18))]
    pub suffix: Option<String>,
    #[api(optional)]
    pub name: Option<String>,
    #[api(optional)]
    pub method: Option<Method>,
    #[api(optional, len(..=2), each(len(1..)))]
    pub tags: Option<Vec<String>>,
    #[api(optional)]
    pub key: Option<Secret<String>>,
    #[api(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, Default, PartialEq, Eq, ApiObject)]
#[api(id = "file-")]
pub(crate) struct FileId(Str);

#[derive(Debug, Clone, Default, PartialEq, ApiObject)]
pub(crate) struct Hyperparameters {
    #[api(optional, range(1..=50))]
    pub n_epochs: Option<Auto<u32>>,
    #[api(optional)]
    pub batch_size: Option<Auto<u32>>,
}

#[derive(Debug, Clone, Default, PartialEq, ApiObject)]
pub(crate) enum Method {
    #[default]
    Supervised,
    Dpo,
    #[api(unknown)]
    Other(UnknownValue),
}

/// An update: what is absent stays as it is, and a null takes away.
#[derive(Debug, Clone, Default, PartialEq, ApiObject, Builder)]
pub(crate) struct UpdateStore {
    #[api(len(1..=8))]
    #[builder(default, into)]
    pub name: Nullable<String>,
    #[builder(default, into)]
    pub expires_at: Nullable<UnixSeconds>,
    #[api(len(..=16))]
    #[builder(default, into)]
    pub metadata: Nullable<BTreeMap<String, String>>,
    #[builder(default, into)]
    pub owner: Nullable<Owner>,
}

#[derive(Debug, Clone, Default, PartialEq, ApiObject)]
pub(crate) struct Owner {
    #[api(range(1..))]
    pub id: u64,
    pub role: Nullable<String>,
}

/// Made by a builder, which knows what is required; with a constant member.
#[derive(Debug, Clone, PartialEq, ApiObject, Builder)]
#[api(tag(key = "type", word = "web_search"))]
pub(crate) struct SearchTool {
    #[api(len(1..))]
    #[builder(into)]
    pub query: String,
    #[api(optional, range(1..=10))]
    pub limit: Option<u8>,
    #[api(default = 1)]
    #[builder(default = 1)]
    pub depth: u8,
    /// Without `pub`, it has a setter and an accessor.
    #[api(optional)]
    locale: Option<String>,
    #[api(extra)]
    #[builder(default)]
    pub extra: Extra,
}

/// Sent and never kept: nothing is copied into it.
#[derive(Debug, Clone, Copy, Default, PartialEq, ApiObject, Builder)]
pub(crate) struct Message<'a> {
    #[api(len(1..))]
    pub text: &'a str,
    #[api(optional)]
    pub reply_to: Option<&'a str>,
}

#[test]
fn a_literal_names_what_is_sent() {
    let create = CreateJob {
        model: "m-1".into(),
        training_file: "file-1".into(),
        hyperparameters: Some(Hyperparameters {
            n_epochs: Some(Auto::Auto),
            batch_size: Some(Auto::Value(8)),
        }),
        method: Some(Method::Dpo),
        key: Some(Secret::new("k".into())),
        ..Default::default()
    };
    assert!(create.check().is_empty());
    let json = r#"{"model":"m-1","training_file":"file-1","hyperparameters":{"n_epochs":"auto","batch_size":8},"method":"dpo","key":"k"}"#;
    assert_eq!(api_object::to_string(&create), json);
    assert_eq!(serde_json::to_string(&create).unwrap(), json);
    assert_eq!(*round_trips::<CreateJob>(json), create);
}

#[test]
fn what_is_wrong_is_found_before_it_is_sent() {
    let create = CreateJob {
        training_file: "upload-1".into(),
        hyperparameters: Some(Hyperparameters {
            n_epochs: Some(Auto::Value(60)),
            ..Default::default()
        }),
        suffix: Some("much-too-long-a-suffix".into()),
        name: Some("a".into()),
        tags: Some(vec!["a".into(), String::new(), "c".into()]),
        ..Default::default()
    };
    assert_snapshot!(create.check(), @r#"
        violation[len] /model: model has 0 characters, expected at least 1
        drift[unknown_prefix] /training_file: training_file is "upload-1", expected an id that begins with file-
        violation[range] /hyperparameters/n_epochs: n_epochs is 60, expected an integer from 1 to 50
        violation[len] /suffix: suffix has 22 characters, expected at most 18
        violation[len] /tags: tags has 3 elements, expected at most 2
        violation[len] /tags/1: tags[1] has 0 characters, expected at least 1
        violation[choice] (root): at most one of suffix and name must be set, and suffix and name are
        6 violations, 1 drift
    "#);
    let refused = send(&create).unwrap_err();
    assert_eq!(refused, create.check());
}

/// What a client does with each request.
fn send(request: &impl ApiObject) -> Result<String, api_object::Report> {
    request.check().into_result()?;
    Ok(api_object::to_string(request))
}

#[test]
fn what_no_type_declares_is_sent_from_extra() {
    let create = CreateJob {
        model: "m-1".into(),
        training_file: "file-1".into(),
        extra: Extra::new()
            .with("tier", &"flex")
            .and_then(|extra| extra.with("limits", &[1, 2]))
            .unwrap(),
        ..Default::default()
    };
    let json = r#"{"model":"m-1","training_file":"file-1","tier":"flex","limits":[1,2]}"#;
    assert_eq!(send(&create).as_deref(), Ok(json));
    assert_eq!(*round_trips::<CreateJob>(json), create);

    // A member that is declared would be there twice, and is told.
    let twice = CreateJob {
        extra: Extra::new().with("model", &"m-2").unwrap(),
        ..create
    };
    let report = twice.check();
    assert_eq!(report.issues()[0].code, Code::DuplicateMember);
    assert_eq!(report.issues()[0].pointer.as_str(), "/model");
}

#[test]
fn an_update_says_absent_null_and_value() {
    let update = UpdateStore {
        name: "docs".into(),
        expires_at: Nullable::Null,
        owner: Owner {
            id: 7,
            role: Nullable::Null,
        }
        .into(),
        ..Default::default()
    };
    let json = r#"{"name":"docs","expires_at":null,"owner":{"id":7,"role":null}}"#;
    assert_eq!(send(&update).as_deref(), Ok(json));
    assert_eq!(*round_trips::<UpdateStore>(json), update);
    assert_eq!(send(&UpdateStore::default()).as_deref(), Ok("{}"));

    let update = UpdateStore {
        name: "".into(),
        owner: Owner::default().into(),
        ..Default::default()
    };
    assert_snapshot!(update.check(), @"
        violation[len] /name: name has 0 characters, expected 1 to 8
        violation[range] /owner/id: id is 0, expected an integer of at least 1
        2 violations
    ");
}

#[test]
fn a_builder_makes_the_same() {
    let update = UpdateStore::builder()
        .name("docs")
        .expires_at(Nullable::Null)
        .metadata(BTreeMap::from([("a".to_owned(), "b".to_owned())]))
        .build();
    assert_eq!(
        update,
        UpdateStore {
            name: "docs".into(),
            expires_at: Nullable::Null,
            metadata: BTreeMap::from([("a".to_owned(), "b".to_owned())]).into(),
            owner: Nullable::Absent,
        }
    );
    assert_eq!(
        send(&update).as_deref(),
        Ok(r#"{"name":"docs","expires_at":null,"metadata":{"a":"b"}}"#)
    );

    let tool = SearchTool::builder()
        .query("rust")
        .limit(3)
        .maybe_locale(None)
        .build();
    let json = r#"{"type":"web_search","query":"rust","limit":3,"depth":1}"#;
    assert_eq!(send(&tool).as_deref(), Ok(json));
    assert_eq!(*round_trips::<SearchTool>(json), tool);
    let tool = SearchTool::builder()
        .query("")
        .limit(0)
        .locale("en".to_owned())
        .build();
    assert_eq!(tool.locale(), Some("en"));
    assert_snapshot!(tool.check(), @"
        violation[len] /query: query has 0 characters, expected at least 1
        violation[range] /limit: limit is 0, expected an integer from 1 to 10
        2 violations
    ");
}

#[test]
fn a_request_may_borrow_all_of_it() {
    let text = String::from("hello");
    let message = Message {
        text: &text,
        ..Default::default()
    };
    assert_eq!(send(&message).as_deref(), Ok(r#"{"text":"hello"}"#));
    assert_eq!(Message::builder().text(&text).build(), message);
    assert_eq!(
        send(&Message::default()).unwrap_err().issues()[0].code,
        Code::Len
    );
}

/// What a page is asked for by.
#[derive(Debug, Clone, Default, PartialEq, ApiObject)]
struct ListJobs {
    #[api(optional)]
    limit: Option<u32>,
    #[api(optional)]
    after: Option<Str>,
    order: Nullable<String>,
    #[api(optional)]
    since: Option<UnixSeconds>,
    #[api(extra)]
    extra: Extra,
}

/// A form has neither null nor types: what is not set is left out, and all that comes is strings.
#[test]
fn a_query_is_written_and_its_strings_are_read() {
    let all = ListJobs {
        limit: Some(20),
        after: Some("job 7".into()),
        order: "asc".into(),
        since: Some(UnixSeconds::new(5)),
        extra: Extra::new().with("beta", &true).unwrap(),
    };
    let query = serde_urlencoded::to_string(&all).unwrap();
    assert_eq!(query, "limit=20&after=job+7&order=asc&since=5&beta=true");
    assert_eq!(
        serde_urlencoded::to_string(ListJobs::default()).unwrap(),
        ""
    );

    let read = serde_urlencoded::from_str::<ListJobs>("order=asc&after=job+7").unwrap();
    assert_eq!((&read.order, &read.after), (&all.order, &all.after));
    let error = serde_urlencoded::from_str::<ListJobs>(&query).unwrap_err();
    assert!(error.to_string().contains("/limit"), "{error}");
}
