//! Texts that may live for ever, and are owned when they are read: `Cow<'static, str>`.

use std::borrow::Cow;

use api_object::{ApiObject, Code, Extra};

use crate::round_trip::{comes_back, round_trips};

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Labels {
    #[api(len(..=8))]
    name: Cow<'static, str>,
    note: Option<Cow<'static, str>>,
    #[api(default = Cow::Borrowed("none"))]
    kind: Cow<'static, str>,
    all: Vec<Cow<'static, str>>,
    #[api(optional)]
    more: Option<Vec<Option<Cow<'static, str>>>>,
    #[api(extra)]
    extra: Extra,
}

fn read_from_what_ends(json: String) -> Labels {
    let labels = api_object::from_str::<Labels>(&json).map(api_object::Decoded::lenient);
    let by_serde = serde_json::from_str::<Labels>(&json);
    drop(json);
    let labels = labels.expect("it fits");
    assert_eq!(by_serde.expect("it fits"), labels);
    labels
}

#[test]
fn what_is_read_outlives_its_text() {
    let labels =
        read_from_what_ends(r#"{"name":"ab","note":null,"all":["x","\u0079"]}"#.to_owned());
    assert_eq!(labels.name, "ab");
    assert_eq!(labels.kind, "none");
    assert_eq!(labels.all, ["x", "y"]);
    assert!(matches!(labels.all[0], Cow::Owned(_)));
    let made = Labels {
        name: Cow::Borrowed("ab"),
        ..labels.clone()
    };
    assert_eq!(labels, made);
}

#[test]
fn nothing_is_lost() {
    let _ = round_trips::<Labels>(
        r#"{"name":"a","note":"b","kind":"c","all":[],"more":[null,"d"],"x":1}"#,
    );
    for json in [
        r#"{"name":"a","note":7,"all":["b"],"more":"c"}"#,
        r#"{"name":"a","note":null,"kind":[],"all":["b"],"more":[1]}"#,
    ] {
        let _ = comes_back::<Labels>(json);
    }
}

#[test]
fn what_does_not_fit_is_told() {
    let error = api_object::from_str::<Labels>(r#"{"name":1,"note":null,"all":["b",{}]}"#);
    let error = error.expect_err("two values do not fit");
    let pointers: Vec<_> = error.issues().map(|e| e.issue.pointer.as_str()).collect();
    assert_eq!(pointers, ["/name", "/all/1"]);
    let long = round_trips::<Labels>(r#"{"name":"much-too-long","note":null,"all":[]}"#);
    assert_eq!(long.report().issues()[0].code, Code::Len);
}
