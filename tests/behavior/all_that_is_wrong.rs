//! An error tells all that is wrong at once, what alone would have been set aside included.

use std::collections::BTreeMap;

use api_object::{ApiObject, Extra, Items, Reader, Secret, from_str};

#[derive(Debug, PartialEq, ApiObject)]
struct Line {
    q: Option<f64>,
    t: f64,
    #[api(extra)]
    extra: Extra,
}

#[derive(Debug, PartialEq, ApiObject)]
#[api(untagged)]
enum Any {
    Line(Line),
    Words(Vec<String>),
}

#[derive(Debug, PartialEq, ApiObject)]
struct Bill {
    due: Option<u64>,
    first: Line,
    #[api(optional)]
    last: Option<Line>,
    #[api(default)]
    lines: Vec<Line>,
    #[api(default)]
    named: BTreeMap<String, Line>,
    #[api(default)]
    items: Items<Line>,
    #[api(optional)]
    secret: Option<Secret<Line>>,
    #[api(extra)]
    extra: Extra,
}

fn told<T: ApiObject + api_object::FillOwned + std::fmt::Debug>(json: &str) -> String {
    from_str::<T>(json).unwrap_err().to_string()
}

/// Which places an error names: those that refuse, and those beside them.
fn places(json: &str) -> (Vec<String>, Vec<String>) {
    let error = from_str::<Bill>(json).unwrap_err();
    let (beside, refusing): (Vec<_>, Vec<_>) = error.issues().partition(|place| place.set_aside);
    let names = |list: Vec<&api_object::DecodeIssue>| {
        let names = list.iter().map(|place| place.issue.pointer.to_string());
        names.collect::<Vec<_>>()
    };
    assert!(!error.first().set_aside);
    (names(refusing), names(beside))
}

#[test]
fn what_can_be_done_without_is_named_behind_what_cannot() {
    insta::assert_snapshot!(told::<Line>(r#"{"q":"x","t":"y"}"#), @r#"
    line 1, column 14, at /t: expected a number, found "y"
    also line 1, column 6, at /q: expected a number or null, found "x"
    "#);
    insta::assert_snapshot!(told::<Line>(r#"{"q":"x"}"#), @r#"
    line 1, column 1, at /t: `t` is missing
    also line 1, column 6, at /q: expected a number or null, found "x"
    "#);
    insta::assert_snapshot!(told::<Any>(r#"{"q":"x","t":"y"}"#), @r#"
    line 1, column 14, at /t: expected a number, found "y"
    also line 1, column 6, at /q: expected a number or null, found "x"
    "#);
}

#[derive(Debug, PartialEq, ApiObject)]
#[api(untagged)]
enum Either {
    Line(Line),
    Other(Other),
}

#[derive(Debug, PartialEq, ApiObject)]
struct Other {
    q: u8,
}

#[test]
fn of_a_variant_too() {
    insta::assert_snapshot!(told::<Either>(r#"{"q":"x","t":"y"}"#), @r#"line 1, column 1: no variant of Either fits: as Line, at /t expected a number, found "y", and at /q expected a number or null, found "x"; as Other, at /q expected an integer from 0 to 255, found "x""#);
}

#[test]
fn wherever_it_was_set_aside() {
    let json = r#"{"due":"soon","first":{"q":"a","t":1},"last":{"q":"b","t":"c"},"lines":[{"q":"d","t":1},{"q":1,"t":2}],
        "named":{"n":{"q":"e","t":1}},"items":[{"q":"f","t":1},{"t":"g"}],"secret":{"q":"h","t":1},"first":1}"#;
    let refusing = ["/first"];
    let beside = [
        "/due",
        "/first/q",
        "/last/q",
        "/last/t",
        "/lines/0/q",
        "/named/n/q",
        "/items/0/q",
        "/items/1/t",
    ];
    assert_eq!(
        places(json),
        (
            refusing.map(str::to_owned).to_vec(),
            beside.map(str::to_owned).to_vec()
        )
    );
    // A list and a map that are refused, as well.
    let json = r#"{"first":{"t":1,"q":"a"},"named":{"n":{"q":"e","t":1},"m":{"t":"f"}},"lines":[{"q":"d","t":1},{"q":"g"}],"due":1,"due":2}"#;
    let beside = [
        "/first/q",
        "/named/n/q",
        "/named/m/t",
        "/lines/0/q",
        "/lines/1/t",
        "/lines/1/q",
    ];
    assert_eq!(
        places(json),
        (vec!["/due".to_owned()], beside.map(str::to_owned).to_vec())
    );
}

#[test]
fn a_secret_keeps_what_is_in_it() {
    let json = r#"{"first":1,"secret":{"q":"hush","t":"quiet"}}"#;
    insta::assert_snapshot!(told::<Bill>(json), @"
    line 1, column 10, at /first: expected an object (Line), found 1
    also line 1, column 21, at /secret: expected a number or null, found a string, which is secret
    also line 1, column 21, at /secret: expected a number, found a string, which is secret
    ");
    let json = r#"{"first":1,"secret":"hush"}"#;
    insta::assert_snapshot!(told::<Bill>(json), @"
    line 1, column 10, at /first: expected an object (Line), found 1
    also line 1, column 21, at /secret: expected an object (Line) or null, found a string, which is secret
    ");
}

#[test]
fn what_fits_is_reported_as_before() {
    let json = r#"{"due":1,"first":{"q":"a","t":1.5},"last":{"q":"b","t":"c"}}"#;
    let bill = from_str::<Bill>(json).unwrap();
    insta::assert_snapshot!(bill.report(), @r#"
    violation[misfit] /first/q: expected a number or null, found "a"
    violation[misfit] /last/q: expected a number or null, found "b"
    violation[misfit] /last/t: expected a number, found "c"
    3 violations
    "#);
    assert_eq!(api_object::to_string(&bill), json);
}

#[test]
fn an_object_of_another_type_explains_all_by_that() {
    #[derive(Debug, ApiObject)]
    #[api(object = "bill")]
    struct Tagged {
        #[api(optional)]
        due: Option<u64>,
        #[api(optional)]
        line: Option<Line>,
        #[api(extra)]
        extra: Extra,
    }
    let json = r#"{"due":"soon","line":{"q":1},"object":"order"}"#;
    insta::assert_snapshot!(told::<Tagged>(json), @r#"line 1, column 39, at /object: expected the object `bill`, found "order""#);
}

#[test]
fn many_are_counted() {
    let lines: Vec<_> = (0..100).map(|_| r#"{"q":"x","t":1}"#).collect();
    let json = format!("[{},1,2]", lines.join(","));
    let error = from_str::<Vec<Line>>(&json).unwrap_err();
    assert_eq!((error.issues().count(), error.untold()), (66, 36));
    assert_eq!(error.first().issue.pointer, "/100");
}

#[test]
fn of_text_that_is_not_json_only_that_is_told() {
    let error = from_str::<Line>(r#"{"q":"x","t":}"#).unwrap_err();
    assert_eq!(error.issues().count(), 1);
    let error = Reader::new()
        .from_str::<Line>(r#"{"q":"x","t":1} 2"#)
        .unwrap_err();
    assert_eq!(error.issues().count(), 1);
}

#[test]
fn in_a_stream_each_line_says_so_for_itself() {
    let lines = &b"{\"t\":1}\n{\"q\":\"x\",\"t\":\"y\"}\n"[..];
    let mut lines = Reader::new().json_lines::<Line, _>(lines);
    assert!(lines.next().is_some_and(|line| line.is_ok()));
    insta::assert_snapshot!(lines.next().unwrap().unwrap_err(), @r#"
    line 2, column 14, at /t: expected a number, found "y"
    also line 2, column 6, at /q: expected a number or null, found "x"
    "#);
    let events = &b"data: {\"q\":\"x\",\ndata: \"t\":\"y\"}\n\n"[..];
    let mut events = Reader::new().events::<Line, _>(events);
    insta::assert_snapshot!(events.next().unwrap().unwrap_err(), @r#"
    event at line 1: line 2, column 5, at /t: expected a number, found "y"
    also event at line 1: line 1, column 6, at /q: expected a number or null, found "x"
    "#);
}
