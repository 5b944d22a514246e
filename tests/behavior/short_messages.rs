//! Strings that would fill a screen, break a line or steer a terminal, wherever a string or a name may stand: every message is
//! short and in one line.

use std::collections::BTreeMap;

use api_object::{
    ApiObject, DecodeIssue, Deleted, Expandable, Extra, Issue, Items, List, Reader, Registry,
    Source, UnknownObject, UnknownValue,
};
use serde::{Deserialize, Serialize};

/// As it is escaped in a text.
const EVIL: &str = r"x\n\u0000\u202e\u001b[31m\u2028";

#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(object = "all")]
struct All {
    #[api(id = "all-", immutable)]
    id: AllId,
    #[api(optional, len(..=1), starts_with("a"))]
    text: Option<String>,
    #[api(optional, same_as = text)]
    same: Option<String>,
    #[api(optional, unique, each(len(..=1)))]
    list: Option<Vec<String>>,
    #[api(optional)]
    word: Option<Word>,
    #[api(optional)]
    closed: Option<Closed>,
    #[api(optional)]
    number: Option<u8>,
    #[api(optional)]
    map: Option<BTreeMap<String, u8>>,
    #[api(optional)]
    names: Option<BTreeMap<AllId, Part>>,
    #[api(optional)]
    tagged: Option<Tagged>,
    #[api(optional)]
    open: Option<Open>,
    #[api(optional)]
    own: Option<Own>,
    #[api(optional)]
    keyed: Option<Keyed>,
    #[api(optional)]
    content: Option<Content>,
    #[api(optional)]
    either: Option<Either>,
    #[api(optional)]
    items: Option<Items<Part>>,
    #[api(optional)]
    page: Option<List<Part>>,
    #[api(optional)]
    owner: Option<Expandable<Part, AllId>>,
    #[api(optional)]
    deleted: Option<Deleted<Part, AllId>>,
    #[api(serde)]
    foreign: Option<Foreign>,
    #[api(extra)]
    extra: Extra,
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(object = "part")]
struct Part {
    n: u8,
    #[api(optional)]
    m: Option<u8>,
}

#[derive(Debug, Clone, PartialEq, Eq, ApiObject)]
enum Word {
    One,
    #[api(unknown)]
    Other(UnknownValue),
}

#[derive(Debug, Clone, PartialEq, Eq, ApiObject)]
#[api(closed)]
enum Closed {
    One,
    Two,
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(tag = "type")]
enum Tagged {
    Part(Part),
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(tag = "type")]
enum Open {
    Part(Part),
    #[api(unknown)]
    Other(UnknownObject),
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(tag)]
enum Own {
    Part(Part),
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(tag = "type", keyed)]
enum Keyed {
    Part(Part),
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(tag = "type", content = "value")]
enum Content {
    Part(Part),
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(untagged)]
enum Either {
    Part(Part),
    Word(Closed),
    Map(BTreeMap<String, Closed>),
}

/// Of which serde says what it was given.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase", deny_unknown_fields)]
enum Foreign {
    One,
    Two { n: u8 },
}

/// Values in which every `$` is such a string.
const VALUES: &[&str] = &[
    r#""$""#,
    r#"["$","$"]"#,
    r#"{"$":"$"}"#,
    r#"{"$":1,"$":2}"#,
    r#"{"all-$":"$"}"#,
    r#"{"all-$":{"n":"$"}}"#,
    r#"{"type":"$"}"#,
    r#"{"n":1,"type":"$"}"#,
    r#"{"type":"part","n":"$","m":"$"}"#,
    r#"{"type":"part","part":{"n":"$"}}"#,
    r#"{"type":"part","value":{"n":1,"object":"$"}}"#,
    r#"{"object":"$","n":1}"#,
    r#"{"object":"$","id":"$","deleted":"$"}"#,
    r#"{"object":"list","data":[{"n":"$"},"$",{"object":"$"}],"url":["$"]}"#,
    r#"[{"n":"$"},"$",{"$":1,"n":1},{"object":"$"}]"#,
    r#"{"two":{"$":1}}"#,
    r#"{"two":{"n":"$"}}"#,
    r#"{"$":{}}"#,
];

const MEMBERS: &[&str] = &[
    "id", "text", "same", "list", "word", "closed", "number", "map", "names", "tagged", "open",
    "own", "keyed", "content", "either", "items", "page", "owner", "deleted", "foreign", "$",
];

/// Whether a terminal shows it as it is.
fn is_tame(c: char) -> bool {
    !c.is_control() && !matches!(c, '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[track_caller]
fn is_short(text: &str, json: &str) {
    assert!(text.chars().count() < 1_200, "{text}\nin {json}");
}

#[track_caller]
fn holds(issue: &Issue, shown: &str, json: &str) {
    assert!(shown.chars().all(is_tame), "{shown:?}");
    // A pointer names its place, however long that is; all else is short.
    is_short(&issue.message(), json);
    for part in [issue.expected(), issue.found()].into_iter().flatten() {
        is_short(&part, json);
    }
}

fn of_serde<T: Deserialize<'static>>(json: &str) {
    let text: &'static str = Box::leak(json.to_owned().into_boxed_str());
    if let Err(error) = serde_json::from_str::<T>(text) {
        assert!(error.to_string().chars().all(is_tame), "{error}");
    }
}

fn used_up(json: &str) -> usize {
    let mut told = 0;
    for reader in [Reader::new(), Reader::new().fill_missing()] {
        match reader.from_str::<All>(json) {
            Ok(all) => {
                for issue in all.report().issues() {
                    holds(issue, &issue.to_string(), json);
                    told += 1;
                }
                let shown = Source::of::<All>(json).show_report(&all.report());
                assert!(
                    shown.lines().all(|line| line.chars().all(is_tame)),
                    "{shown:?}"
                );
            }
            Err(error) => {
                for at in error.issues() {
                    let at: &DecodeIssue = at;
                    holds(&at.issue, &at.to_string(), json);
                    told += 1;
                }
                let shown = Source::of::<All>(json).show_error(&error);
                assert!(
                    shown.lines().all(|line| line.chars().all(is_tame)),
                    "{shown:?}"
                );
            }
        }
    }
    of_serde::<All>(json);
    let any = Registry::new().with::<All>().from_str(json).unwrap();
    any.report()
        .issues()
        .iter()
        .for_each(|issue| holds(issue, &issue.to_string(), json));
    for item in Reader::new().json_lines::<All, _>(json.as_bytes()) {
        let _ = item.map_err(|error| {
            let shown = error.to_string();
            assert!(shown.lines().all(|line| line.chars().all(is_tame)));
        });
    }
    told
}

#[test]
fn every_message_is_short_and_in_one_line() {
    let mut told = 0;
    // One that is shown whole, and one that is cut.
    for evil in [EVIL.to_owned(), EVIL.repeat(100)] {
        for member in MEMBERS {
            for value in VALUES {
                for json in [
                    format!(r#"{{"object":"all","id":"all-1","{member}":{value}}}"#),
                    format!(r#"{{"{member}":{value},"object":"$"}}"#),
                ] {
                    told += used_up(&json.replace('$', &evil));
                }
            }
        }
    }
    assert!(told > 4_000, "{told}");
}
