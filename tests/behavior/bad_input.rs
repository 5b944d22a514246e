//! Texts that cannot be read: each is answered with pointer, line and column, and with all that is wrong.

use api_object::{ApiObject, Code, Extra, UnknownObject};
use insta::assert_snapshot;

use crate::round_trip::refusal;

#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(object = "job")]
struct Job {
    id: String,
    n: u8,
    #[api(optional)]
    list: Option<Vec<Job>>,
    step: Option<Step>,
    #[api(extra)]
    extra: Extra,
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(tag = "type")]
enum Step {
    Wait(Wait),
    #[api(unknown)]
    Other(UnknownObject),
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Wait {
    seconds: u32,
    until: i64,
}

/// The same without a place to set anything aside.
#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Strict {
    name: Option<String>,
    at: i64,
    step: Option<Step>,
    below: Option<Box<Strict>>,
    all: Vec<Strict>,
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(object = "holder")]
struct Holder {
    list: Vec<u8>,
}

#[test]
fn texts_that_are_not_json_are_told_where_they_end_to_be() {
    let told = |json: &str| refusal::<Job>(json);
    assert_snapshot!(told(""), @"line 1, column 1: the text is empty, and no JSON");
    assert_snapshot!(told(" \n\t "), @"line 2, column 3: the text is empty, and no JSON");
    assert_snapshot!(told("{"), @"line 1, column 2: the text ends before its value is complete");
    assert_snapshot!(told("{\"id\":\"a\",\n  \"n\":1,}"), @"line 2, column 9: expected another element or member after the comma");
    assert_snapshot!(told("{\"id\":\"a\" \"n\":1}"), @"line 1, column 11, at /n: expected `,` or `}` after the member");
    assert_snapshot!(told("{\"id\" \"a\"}"), @"line 1, column 7, at /id: expected `:` after the key");
    assert_snapshot!(told("{id:1}"), @"line 1, column 2: expected a key in double quotes");
    assert_snapshot!(told("{'id':1}"), @"line 1, column 2: expected a key in double quotes, found `'`");
    assert_snapshot!(told("{,}"), @"line 1, column 2: expected a key in double quotes, found `,`");
    assert_snapshot!(told("{\"id\":\"a\",\"n\":01}"), @"line 1, column 15, at /n: expected a number without a zero before its other digits");
    assert_snapshot!(told("{\"id\":\"a\",\"n\":+1}"), @"line 1, column 15, at /n: expected a value, found `+`: numbers have no plus sign");
    assert_snapshot!(told("{\"id\":\"a\",\"n\":.5}"), @"line 1, column 15, at /n: expected a value, found `.`: numbers begin with a digit");
    assert_snapshot!(told("{\"id\":'a',\"n\":1}"), @"line 1, column 7, at /id: expected a value, found `'`: strings stand in double quotes");
    assert_snapshot!(told("{\"id\":\"a\",\"n\":1.}"), @"line 1, column 15, at /n: expected a number with digits before and after its point and in its exponent");
    assert_snapshot!(told("{\"id\":\"a\",\"n\":NaN}"), @"line 1, column 15, at /n: expected a value, found `NaN`, which is no number in JSON");
    assert_snapshot!(told("{\"id\":\"a\",\"n\":-Infinity}"), @"line 1, column 15, at /n: expected a value, found `-Infinity`, which is no number in JSON");
    assert_snapshot!(told("{\"id\":None,\"n\":1}"), @"line 1, column 7, at /id: expected a value, found `None`, which is `null` in JSON");
    assert_snapshot!(told("{\"id\":nil,\"n\":1}"), @"line 1, column 7, at /id: expected a value, found `nil`, which is `null` in JSON");
    assert_snapshot!(told("{\"id\":True,\"n\":1}"), @"line 1, column 7, at /id: expected a value, found `True`, which is `true` in JSON");
    assert_snapshot!(told("{\"id\":undefined,\"n\":1}"), @"line 1, column 7, at /id: expected a value, found `undefined`, which JSON does not have");
    // It may be a secret.
    assert_snapshot!(told("{\"id\":Truepenny,\"n\":1}"), @"line 1, column 7, at /id: expected a value");
    assert_snapshot!(told("{\"id\":\"a\",\"n\":}"), @"line 1, column 15, at /n: expected a value, found `}`");
    assert_snapshot!(told("{\"id\":nul,\"n\":1}"), @"line 1, column 7, at /id: expected `true`, `false` or `null`");
    assert_snapshot!(told("{\"id\":\"a\",\"n\":1} x"), @"line 1, column 18: expected nothing more after the value");
    assert_snapshot!(told("{\"id\":\"a\",\"n\":1}}"), @"line 1, column 17: expected nothing more after the value");
    assert_snapshot!(told("{\"id\":\"a\nb\",\"n\":1}"), @"line 1, column 9, at /id: expected control characters in a string to be escaped");
    assert_snapshot!(told("{\"id\":\"\\x41\",\"n\":1}"), @r#"line 1, column 8, at /id: expected one of `"`, `\`, `/`, `b`, `f`, `n`, `r`, `t`, or `u` and four hexadecimal digits after the backslash"#);
    assert_snapshot!(told("{\"id\":\"a\",\"n\":1,\"list\":[{\"id\":\"b\",\"n\":2},{\"id\":\"c\",\"more\":[1,,2]}]}"), @"line 1, column 62, at /list/1/more/1: expected a value, found `,`");
    assert_snapshot!(told("{\"id\":\"a\", // comment\n\"n\":1}"), @"line 1, column 12: expected a key in double quotes, found `/`: JSON has no comments");
    assert_snapshot!(told("\n <html>502</html>"), @r#"line 2, column 2: expected a value, found "<": the text is HTML or XML, and no JSON"#);
    assert_snapshot!(told("upstream connect error"), @r#"line 1, column 1: expected a value, found "u": the text is no JSON"#);
    assert_snapshot!(told("\nno healthy upstream"), @r#"line 2, column 1: expected a value, found "n": the text is no JSON"#);
    assert_snapshot!(told("Überlast"), @r#"line 1, column 1: expected a value, found "Ü": the text is no JSON"#);
    assert_snapshot!(told("[nul]"), @"line 1, column 2, at /0: expected `true`, `false` or `null`");
    assert_snapshot!(told("[<"), @"line 1, column 2, at /0: expected a value");
    assert_snapshot!(told("\u{feff}{}"), @"line 1, column 1: expected a value, found a byte order mark; leave it out");
    assert_snapshot!(told("[1,\u{feff}2]"), @"line 1, column 4, at /1: expected a value, found a byte order mark; leave it out");
}

#[test]
fn surrogates_come_in_pairs() {
    for (text, column) in [
        (r#"{"id":"\ud800"}"#, 8),
        (r#"{"id":"\udc00"}"#, 8),
        (r#"{"id":"a\ud83d\ud83d"}"#, 9),
        (r#"{"id":"\ud83dx"}"#, 8),
        (r#"{"more":"\ud800"}"#, 10),
        (r#"{"\ud800":1}"#, 3),
    ] {
        let error = api_object::from_str::<Job>(text).unwrap_err();
        let first = error.first();
        assert_eq!(
            (first.issue.code, first.line, first.column),
            (Code::Syntax, 1, column),
            "{text}: {error}"
        );
        assert_eq!(
            first.issue.message(),
            "expected both halves of a surrogate pair, the high one first"
        );
        assert!(serde_json::from_str::<Job>(text).is_err(), "{text}");
    }
}

#[test]
fn bytes_that_are_not_utf8_are_told_where_they_stand() {
    for (bytes, line, column, pointer) in [
        (&b"\xff"[..], 1, 1, ""),
        (b"{\"id\":\"a\xffb\"}", 1, 9, "/id"),
        (
            b"{\n \"n\":1,\n \"id\":\"\xc3\xa9\xed\xa0\x80\"}",
            3,
            9,
            "/id",
        ),
        (b"{\"more\":[1,\"\xc0\x80\"]}", 1, 13, "/more/1"),
    ] {
        let error = api_object::from_slice::<Job>(bytes).unwrap_err();
        let first = error.first();
        assert_eq!(first.issue.message(), "expected UTF-8");
        assert_eq!((first.line, first.column), (line, column), "{error}");
        assert_eq!(first.issue.pointer.as_str(), pointer, "{error}");
    }
}

#[test]
fn two_hundred_levels_are_too_many_wherever_they_stand() {
    let deep = |open: &str, close: &str| format!("{}{}", open.repeat(200), close.repeat(200));
    let (arrays, objects) = (deep("[", "]"), deep("{\"a\":", "}"));
    let jobs = deep(r#"{"id":"a","n":1,"list":["#, "]}");
    for json in [
        arrays.clone(),
        format!(r#"{{"id":"a","n":1,"more":{arrays}}}"#),
        format!(r#"{{"more":{objects},"id":"a","n":1}}"#),
        format!(r#"{{"id":"a","n":1,"list":[{jobs}]}}"#),
        format!(r#"{{"step":{{"x":{arrays},"type":"wait"}}}}"#),
        format!(r#"{{"step":{{"type":"unknown","x":{arrays}}}}}"#),
        format!(r#"{{"id":{arrays}}}"#),
        format!(r#"{{"step":{objects}}}"#),
    ] {
        let error = api_object::from_str::<Job>(&json).unwrap_err();
        let last = error.issues().last().unwrap();
        assert_eq!(last.issue.code, Code::Limit);
        assert_eq!(
            last.issue.message(),
            "expected at most 127 levels of arrays and objects"
        );
        assert_eq!(
            json.as_bytes()[..last.offset]
                .iter()
                .filter(|b| b"[{".contains(b))
                .count(),
            127,
            "{error}\nin {json}"
        );
    }
    let not_too_deep = format!(
        r#"{{"id":"a","n":1,"more":{}{}}}"#,
        "[".repeat(126),
        "]".repeat(126)
    );
    assert!(api_object::from_str::<Job>(&not_too_deep).is_ok());
}

#[test]
fn everything_that_is_wrong_is_told_at_once() {
    assert_snapshot!(refusal::<Strict>("{}"), @"
        line 1, column 1, at /at: `at` is missing
        line 1, column 1, at /all: `all` is missing
    ");
    assert_snapshot!(refusal::<Strict>(
        "{\n  \"name\": 7,\n  \"at\": \"now\",\n  \"all\": [\n    {\"at\": 1},\n    {\"all\": {}},\n    null\n  ],\n  \"below\": {\"at\": 1.5}\n}"
    ), @r#"
        line 2, column 11, at /name: expected a string or null, found 7
        line 3, column 9, at /at: expected an integer, found "now"
        line 5, column 5, at /all/0/all: `all` is missing
        line 6, column 5, at /all/1/at: `at` is missing
        line 6, column 13, at /all/1/all: expected an array, found {}
        line 7, column 5, at /all/2: expected an object (Strict), found null
        line 9, column 12, at /below/all: `all` is missing
        line 9, column 19, at /below/at: expected an integer, found 1.5
    "#);
    let error = api_object::from_str::<Strict>(r#"{"all":[{},5]}"#).unwrap_err();
    let told: Vec<_> = error
        .issues()
        .map(|i| (i.issue.code, i.issue.pointer.as_str(), i.offset))
        .collect();
    assert_eq!(
        told,
        [
            (Code::MissingMember, "/at", 0),
            (Code::MissingMember, "/all/0/at", 8),
            (Code::MissingMember, "/all/0/all", 8),
            (Code::Misfit, "/all/1", 11),
        ]
    );
}

#[test]
fn what_was_wrong_before_the_text_broke_off_is_told_too() {
    assert_snapshot!(refusal::<Strict>(r#"{"name":7,"at":"now","all":["#), @r#"
        line 1, column 9, at /name: expected a string or null, found 7
        line 1, column 16, at /at: expected an integer, found "now"
        line 1, column 29, at /all: the text ends before its value is complete
    "#);
}

#[test]
fn a_member_twice_is_refused() {
    assert_snapshot!(refusal::<Job>("{\"id\":\"a\",\"n\":1,\n\"id\":\"a\"}"), @"line 2, column 6, at /id: `id` stands twice in its object");
    assert_snapshot!(refusal::<Job>(r#"{"id":"a","n":1,"step":null,"step":{"type":"x"},"n":2}"#), @"
        line 1, column 36, at /step: `step` stands twice in its object
        line 1, column 53, at /n: `n` stands twice in its object
    ");
    for json in [
        r#"{"id":"a","n":1,"id":"a"}"#,
        r#"{"id":"a","n":1,"list":[],"list":[]}"#,
    ] {
        assert!(serde_json::from_str::<Job>(json).is_err());
    }
}

#[test]
fn wrong_types_are_told_with_what_was_expected() {
    for (value, found) in [
        ("null", "null"),
        ("\"1\"", "\"1\""),
        ("256", "256, which is out of range"),
        ("-1", "-1, which is out of range"),
        ("1.5", "1.5"),
        ("1e400", "1e400, which is out of range"),
        (
            "99999999999999999999999",
            "99999999999999999999999, which is out of range",
        ),
        ("[ ]", "[ ]"),
        ("{ }", "{ }"),
        ("true", "true"),
    ] {
        let json = format!("{{\"id\":\"a\",\n\"n\": {value}}}");
        assert_eq!(
            refusal::<Job>(&json),
            format!("line 2, column 6, at /n: expected an integer from 0 to 255, found {found}")
        );
    }
}

#[test]
fn long_values_are_cut_in_messages() {
    let json = format!(r#"{{"id":["{}"],"n":1}}"#, "é".repeat(1000));
    let message = refusal::<Job>(&json);
    assert!(message.chars().count() < 150, "{message}");
    assert!(message.ends_with('…'), "{message}");
}

#[test]
fn a_message_stays_in_its_line() {
    let json = "{\"id\":[\n\"\u{202e}\u{7f}\"\n],\"n\":1}";
    assert_eq!(refusal::<Job>(json).lines().count(), 1);
    assert!(!refusal::<Job>(json).contains('\u{202e}'));
}

#[test]
fn columns_are_characters() {
    let json = "{\"é😀\":1,\"n\":\"x\"}";
    let error = api_object::from_str::<Job>(json).unwrap_err();
    let at_n = error
        .issues()
        .find(|i| i.issue.pointer.as_str() == "/n")
        .unwrap();
    assert_eq!((at_n.line, at_n.column, at_n.offset), (1, 13, 16));
}

#[test]
fn hundreds_of_mistakes_are_counted() {
    let json = format!(r#"{{"at":1,"all":[{}]}}"#, vec!["7"; 300].join(","));
    let error = api_object::from_str::<Strict>(&json).unwrap_err();
    assert_eq!(error.issues().count() + error.untold(), 300);
    assert!(
        error
            .to_string()
            .ends_with(&format!("and {} more", error.untold()))
    );
}

/// What is set aside is told in the report of its object, however much of it there is.
#[test]
fn hundreds_of_misfits_in_one_value_hide_no_other() {
    let json = format!(
        r#"{{"object":"job","id":"a","n":1,"list":[{}],"step":"later"}}"#,
        vec!["7"; 300].join(",")
    );
    let job = crate::round_trip::comes_back::<Job>(&json);
    let report = job.report();
    assert!(
        report
            .issues()
            .iter()
            .any(|issue| issue.pointer.as_str() == "/step"),
        "{report}"
    );
    assert!(
        report
            .issues()
            .iter()
            .any(|issue| issue.pointer.as_str() == "/list/0"),
        "{report}"
    );
    let rest = report
        .issues()
        .iter()
        .find(|issue| issue.pointer.as_str() == "/list");
    let rest = rest.expect("what is not described is counted");
    assert_eq!(rest.message(), "236 more values in it do not fit");
    assert_eq!(rest.code, Code::Misfit);
}

/// So it is of an item that stays in its page, and of what a registry keeps.
#[test]
fn hundreds_of_misfits_in_one_item_are_counted() {
    let registry = api_object::Registry::new().with::<Holder>();
    let any = registry.from_str(&format!(
        r#"{{"object":"holder","list":[{}]}}"#,
        vec!["[]"; 70].join(",")
    ));
    let report = any.unwrap().report();
    assert_eq!(report.len(), 65);
    assert_eq!(
        report.issues()[64].message(),
        "6 more values in it do not fit"
    );
    let page = crate::round_trip::comes_back::<api_object::List<Strict>>(&format!(
        r#"{{"object":"list","data":[{{"at":1,"all":[{}]}},7]}}"#,
        vec!["7"; 100].join(",")
    ));
    let report = page.report();
    let told = |pointer: &str| {
        let issues = report.issues().iter();
        issues
            .filter(|issue| issue.pointer.as_str() == pointer)
            .count()
    };
    assert_eq!(
        (
            told("/data/0/all/63"),
            told("/data/0/all/64"),
            told("/data/0"),
            told("/data/1")
        ),
        (1, 0, 1, 1)
    );
}
