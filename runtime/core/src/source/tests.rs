use insta::assert_snapshot;

use super::Source;
use crate::{ApiObject, Auto, Extra, Items, Report, Secret};

#[derive(Debug, ApiObject)]
struct Job {
    name: String,
    #[api(range(1..=50))]
    n: Option<Auto<u32>>,
    #[api(optional)]
    list: Option<Vec<Job>>,
    #[api(extra)]
    extra: Extra,
}

#[derive(Debug, ApiObject)]
struct Key {
    id: String,
    #[api(optional, alias = "pass")]
    token: Option<Secret<String>>,
    #[api(optional)]
    all: Option<Items<Key>>,
    #[api(optional)]
    choice: Option<Choice>,
    #[api(extra)]
    extra: Extra,
}

#[derive(Debug, ApiObject)]
#[api(tag = "type")]
enum Choice {
    Key(Box<Key>),
    Job(Job),
}

fn error<T: for<'de> crate::Fill<'de> + crate::Described>(json: &str) -> String {
    let error = match crate::from_str::<T>(json) {
        Ok(_) => panic!("was read: {json}"),
        Err(error) => error,
    };
    Source::of::<T>(json).named("job.json").show_error(&error)
}

fn report<T: for<'de> crate::Fill<'de> + crate::Described + crate::Node>(json: &str) -> String {
    let read = crate::from_str::<T>(json).expect("a value");
    Source::of::<T>(json).show_report(&read.report())
}

#[test]
fn an_error_is_shown_with_its_lines() {
    assert_snapshot!(error::<Job>("{\n\t\"n\": 1,\n\t\"list\": [{}, 7],\n\"name\": [1,\n2]}"), @r#"
        violation[misfit]: expected a string, found [1,2]
         --> job.json:4:9 at /name
          |
        4 | "name": [1,
          |         ^^^

        also violation[missing_member]: `name` is missing
         --> job.json:3:11 at /list/0/name
          |
        3 |     "list": [{}, 7],
          |              ^

        also violation[misfit]: expected an object (Job), found 7
         --> job.json:3:15 at /list/1
          |
        3 |     "list": [{}, 7],
          |                  ^
    "#);
    assert_snapshot!(error::<Job>("{\"name\": \"a\",\n \"n\": }"), @r#"
        violation[syntax]: expected a value, found `}`
         --> job.json:2:7 at /n
          |
        2 |  "n": }
          |       ^
    "#);
    assert_snapshot!(error::<Job>("{\"name\": \"a\""), @r#"
        violation[syntax]: the text ends before its value is complete
         --> job.json:1:13 at (root)
          |
        1 | {"name": "a"
          |             ^
    "#);
    assert_snapshot!(error::<Job>(""), @"
        violation[syntax]: the text is empty, and no JSON
         --> job.json:1:1 at (root)
          |
        1 | 
          | ^
    ");
}

#[test]
fn a_report_is_shown_with_its_lines() {
    assert_snapshot!(report::<Job>("{\n  \"name\": \"a\",\n  \"n\": 60,\n  \"list\": \"x\", \"é/~\": {}}"), @r#"
        violation[range]: n is 60, expected an integer from 1 to 50
         --> <text>:3:8 at /n
          |
        3 |   "n": 60,
          |        ^^

        violation[misfit]: expected an array or null, found "x"
         --> <text>:4:11 at /list
          |
        4 |   "list": "x", "é/~": {}}
          |           ^^^

        drift[unknown_member]: "é/~" is a member that Job does not know
         --> <text>:4:23 at /é~1~0
          |
        4 |   "list": "x", "é/~": {}}
          |                       ^^

        2 violations, 1 drift
    "#);
    assert_snapshot!(report::<Job>("{\"name\": \"a\"}"), @r#"
        note[missing_member]: n is absent, where null is expected
         --> <text>:1:1 at /n
          |
        1 | {"name": "a"}
          | ^

        1 note
    "#);
    assert_snapshot!(report::<Job>("{\"name\": \"a\", \"n\":1}"), @"no deviation");
    // What was changed since is not in the text.
    let report: Report = crate::from_str::<Job>("{\"name\":\"a\",\"n\":99}")
        .unwrap()
        .report();
    assert_snapshot!(Source::of::<Job>("{}").show_report(&report), @"
        violation[range]: n is 99, expected an integer from 1 to 50
         --> <text>:1:1 at /n
          |
        1 | {}
          | ^

        1 violation
    ");
    assert_snapshot!(Source::of::<Job>("[]").show_report(&report), @"
        violation[range]: n is 99, expected an integer from 1 to 50
         --> <text>:1:1 at /n
          |
        1 | []
          | ^

        1 violation
    ");
}

#[test]
fn wide_characters_and_tabs_move_the_mark() {
    let json = "\t{\"名前\": \"値😀e\u{301}\",\t\"name\": 7, \"n\": 1}";
    assert_snapshot!(error::<Job>(json), @r#"
        violation[misfit]: expected a string, found 7
         --> job.json:1:25 at /name
          |
        1 |     {"名前": "値😀é",    "name": 7, "n": 1}
          |                                  ^
    "#);
}

#[test]
fn long_lines_are_cut_around_the_place() {
    let long = "x".repeat(1_000);
    for json in [
        format!("{{\"name\":7,\"a\":\"{long}\"}}"),
        format!("{{\"a\":\"{long}\",\"name\":7}}"),
        format!("{{\"a\":\"{long}\",\"name\":[\"{long}\"],\"b\":\"{long}\"}}"),
        format!("{{\"a\":\"{}\",\"name\":7}}", "値".repeat(500)),
        format!("{{\"a\":\"{}\",\"name\":7}}", "\u{301}".repeat(5_000)),
    ] {
        let shown = error::<Job>(&json);
        let lines: Vec<&str> = shown.lines().collect();
        assert!(
            lines[3].chars().count() <= 6 + 76 + 2 || json.contains('\u{301}'),
            "{shown}"
        );
        assert!(lines[3].contains('…'), "{shown}");
        assert!(shown.len() < 2_000, "{shown}");
        assert!(lines[4].contains('^'), "{shown}");
    }
    assert_snapshot!(error::<Job>(&format!("{{\"a\":\"{long}\",\"name\":7,\"b\":\"{long}\"}}")), @r#"
        violation[misfit]: expected a string, found 7
         --> job.json:1:1016 at /name
          |
        1 | …xxxxxxxxxxxxxxxxxxxxx","name":7,"b":"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…
          |                                ^
    "#);
}

#[test]
fn nothing_steers_a_terminal() {
    let json = "{\"\u{1b}[31m\u{202e}\u{7f}\u{200b}\u{85}\":1,\"n\":1,\"name\":\u{7}7}";
    let shown = Source::of::<Job>(json)
        .named("a\u{1b}[2J\n")
        .show_error(&crate::from_str::<Job>(json).unwrap_err());
    let steers = |c: char| c.is_control() && c != '\n' || c == '\u{202e}';
    assert!(!shown.contains(steers), "{shown:?}");
    assert_eq!(shown.lines().count(), 5, "{shown}");
}

const DAMAGED: &str = r#"{"token":"s3cr3t","id":7,"all":[{"id":"a","pass":"s3cr3t"},{"pass":{"a":"s3cr3t"},"id":1}],"choice":{"token":["s3cr3t"],"id":"x","type":"key"}}"#;

#[test]
fn secrets_are_not_shown_wherever_they_stand() {
    let json = DAMAGED;
    let shown = error::<Key>(json);
    assert!(!shown.contains("s3c"), "{shown}");
    assert_snapshot!(shown, @r#"
        violation[misfit]: expected a string, found 7
         --> job.json:1:24 at /id
          |
        1 | {"token":••••••,"id":7,"all":[{"id":"a","pass":••••••},{"pass":••••••,"id":1…
          |                      ^

        also violation[misfit]: expected a string or null, found an object, which is secret
         --> job.json:1:68 at /all/1/pass
          |
        1 | …d":"a","pass":••••••},{"pass":••••••,"id":1}],"choice":{"token":••••••,"id":…
          |                                ^^^^^^

        also violation[misfit]: expected a string, found 1
         --> job.json:1:88 at /all/1/id
          |
        1 | …":••••••},{"pass":••••••,"id":1}],"choice":{"token":••••••,"id":"x","type":"…
          |                                ^

        also violation[misfit]: expected a string or null, found an array, which is secret
         --> job.json:1:110 at /choice/token
          |
        1 | …••},{"pass":••••••,"id":1}],"choice":{"token":••••••,"id":"x","type":"key"}}
          |                                                ^^^^^^
    "#);
    // What is told apart by nothing may hold one; so may what breaks off.
    for odd in [
        r#"{"id":7,"choice":{"token":"s3cr3t"}}"#,
        r#"{"id":7,"choice":"s3cr3t"}"#,
        r#"{"id":7,"choice":{"type":"?","token":"s3cr3t"}}"#,
        r#"{"id":7,"all":{"token":"s3cr3t"}}"#,
        r#"{"id":7,"token":"s3cr3t","x":}"#,
        r#"{"token":"s3cr3t"#,
    ] {
        let shown = error::<Key>(odd);
        assert!(!shown.contains("s3c"), "{shown}");
        assert!(shown.contains("/id") || odd.len() < 20, "{shown}");
    }
}

#[test]
fn secrets_are_not_shown_in_reports() {
    let json = DAMAGED
        .replace("\"id\":7", "\"id\":\"k\"")
        .replace(",\"id\":1", "");
    let shown = report::<Key>(&json);
    assert!(!shown.contains("s3c"), "{shown}");
    assert_snapshot!(shown, @r#"
        drift[former_name]: pass is a former name of token
         --> <text>:1:52 at /all/0/pass
          |
        1 | …":"k","all":[{"id":"a","pass":••••••},{"pass":••••••}],"choice":{"token":•••…
          |                                ^^^^^^

        violation[missing_member]: `id` is missing
         --> <text>:1:62 at /all/1/id
          |
        1 | …ll":[{"id":"a","pass":••••••},{"pass":••••••}],"choice":{"token":••••••,"id"…
          |                                ^

        violation[misfit]: expected a string or null, found an object, which is secret
         --> <text>:1:70 at /all/1/pass
          |
        1 | …d":"a","pass":••••••},{"pass":••••••}],"choice":{"token":••••••,"id":"x","ty…
          |                                ^^^^^^

        violation[misfit]: expected a string or null, found an array, which is secret
         --> <text>:1:105 at /choice/token
          |
        1 | …s":••••••},{"pass":••••••}],"choice":{"token":••••••,"id":"x","type":"key"}}
          |                                                ^^^^^^

        3 violations, 1 drift
    "#);
}
