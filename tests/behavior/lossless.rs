//! Nothing is lost: of objects with more members than a word has bits, and of odd documents.

use api_object::{ApiObject, Extra};

use crate::json_value::JsonValue;
use crate::round_trip::{comes_back, round_trips};

/// 150 members, fifty of each kind of presence, in turn.
macro_rules! wide {
    ($($nullable:ident $optional:ident $default:ident)+) => {
        #[derive(Debug, Clone, PartialEq, ApiObject)]
        struct Wide {
            $(
                #[api(range(..=9))]
                pub $nullable: Option<u8>,
                #[api(optional)]
                pub $optional: Option<u8>,
                #[api(default = 7)]
                pub $default: u8,
            )+
            #[api(extra)]
            pub extra: Extra,
        }

        const NAMES: &[&str] = &[$(stringify!($nullable), stringify!($optional), stringify!($default)),+];
    };
}

wide! {
    a0 b0 c0 a1 b1 c1 a2 b2 c2 a3 b3 c3 a4 b4 c4 a5 b5 c5 a6 b6 c6 a7 b7 c7 a8 b8 c8 a9 b9 c9
    a10 b10 c10 a11 b11 c11 a12 b12 c12 a13 b13 c13 a14 b14 c14 a15 b15 c15 a16 b16 c16 a17 b17 c17
    a18 b18 c18 a19 b19 c19 a20 b20 c20 a21 b21 c21 a22 b22 c22 a23 b23 c23 a24 b24 c24 a25 b25 c25
    a26 b26 c26 a27 b27 c27 a28 b28 c28 a29 b29 c29 a30 b30 c30 a31 b31 c31 a32 b32 c32 a33 b33 c33
    a34 b34 c34 a35 b35 c35 a36 b36 c36 a37 b37 c37 a38 b38 c38 a39 b39 c39 a40 b40 c40 a41 b41 c41
    a42 b42 c42 a43 b43 c43 a44 b44 c44 a45 b45 c45 a46 b46 c46 a47 b47 c47 a48 b48 c48 a49 b49 c49
}

fn object(members: impl Iterator<Item = String>) -> String {
    format!("{{{}}}", members.collect::<Vec<_>>().join(","))
}

#[test]
fn every_member_of_a_wide_object_is_remembered_by_itself() {
    assert_eq!(NAMES.len(), 150);
    let _ = round_trips::<Wide>("{}");
    for forms in [["null", "null", "7"], ["1", "2", "3"], ["null", "0", "0"]] {
        let form = |i: usize| forms[i % 3];
        let _ = round_trips::<Wide>(&object(
            NAMES
                .iter()
                .enumerate()
                .map(|(i, name)| format!("\"{name}\":{}", form(i))),
        ));
        let _ = round_trips::<Wide>(&object(
            NAMES
                .iter()
                .enumerate()
                .rev()
                .map(|(i, name)| format!("\"{name}\":{}", form(i))),
        ));
        for (i, name) in NAMES.iter().enumerate() {
            // Only this one, and all but this one.
            let _ = round_trips::<Wide>(&format!("{{\"{name}\":{}}}", form(i)));
            let others = NAMES.iter().enumerate().filter(|(j, _)| *j != i);
            let _ = round_trips::<Wide>(&object(
                others.map(|(j, name)| format!("\"{name}\":{}", form(j))),
            ));
        }
    }
}

/// Nothing is known beforehand of what stands behind the first 64.
#[test]
fn every_member_of_a_wide_object_is_checked() {
    let json = object(NAMES.iter().map(|name| format!("\"{name}\":10")));
    let mut wide = api_object::from_str::<Wide>(&json).unwrap().lenient();
    let ruled = |name: &&&str| name.starts_with('a');
    let expected: Vec<String> = NAMES
        .iter()
        .filter(ruled)
        .map(|name| format!("/{name}"))
        .collect();
    assert_eq!(expected.len(), 50);
    let told = |wide: &Wide| -> Vec<String> {
        let report = wide.check();
        report
            .issues()
            .iter()
            .map(|issue| issue.pointer.to_string())
            .collect()
    };
    assert_eq!(told(&wide), expected);
    (wide.a0, wide.a22, wide.a49) = (None, Some(9), Some(0));
    let ended = ["/a0", "/a22", "/a49"];
    let left: Vec<String> = expected
        .into_iter()
        .filter(|at| !ended.contains(&&**at))
        .collect();
    assert_eq!(told(&wide), left);
}

#[test]
fn misfits_of_a_wide_object_come_back_each_to_its_place() {
    let json = object(NAMES.iter().map(|name| format!("\"{name}\":\"{name}\"")));
    let wide = comes_back::<Wide>(&json);
    let told: Vec<String> = wide
        .report()
        .issues()
        .iter()
        .map(|issue| issue.pointer.to_string())
        .collect();
    let names: Vec<String> = NAMES.iter().map(|name| format!("/{name}")).collect();
    assert_eq!(told, names);
    assert_eq!((wide.a49, wide.b49, wide.c49), (None, None, 7));
}

#[test]
fn a_changed_member_of_a_wide_object_changes_no_other() {
    let mut wide = round_trips::<Wide>(r#"{"b20":null,"b21":null,"c49":7,"x":1}"#).lenient();
    wide.a21 = Some(1);
    wide.b21 = Some(2);
    wide.c48 = 8;
    let json = api_object::to_string(&wide);
    let expected = r#"{"b20":null,"a21":1,"b21":2,"c48":8,"c49":7,"x":1}"#;
    assert_eq!(JsonValue::read(&json), JsonValue::read(expected));
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(object = "node")]
struct Node {
    id: String,
    #[api(alias = "score")]
    weight: Option<f64>,
    below: Option<Vec<Node>>,
    #[api(extra)]
    extra: Extra,
}

#[test]
fn odd_documents_come_back() {
    for json in [
        "\n{ \"object\" :\t\"node\" , \"id\":\r\n\"\" , \"x\" : [ ] }\n ",
        r#"{"id":"\u0000\ud83d\ude00\b\f\n\r\t\/\\\"","weight":1e-400,"below":null,"object":"node"}"#,
        r#"{"id":"a","":"","\u0000":"\u0000","é\n":{"é":"\u00e9"}}"#,
        r#"{"id":"a","weight":1.0,"below":[]}"#,
        r#"{"id":"a","weight":100000000000000000000,"below":[{"id":"b","below":[{"id":"c","d":{"e":[]}}]}]}"#,
        r#"{"id":"a","score":-0.0,"below":null}"#,
        r#"{"id":"a","weight":1e400}"#,
        r#"{"id":"a","weight":[1e400,{"a":-0}]}"#,
        r#"{"id":"a","below":[{"id":"b"},{"id":7}]}"#,
        r#"{"id":"a","below":[{"id":"b","object":"edge"}]}"#,
        r#"{"id":"a","below":{"id":"b"},"object":"node"}"#,
        r#"{"id":"a","n":18446744073709551615,"m":-9223372036854775808,"o":1E5,"p":[0.1,1e-7]}"#,
    ] {
        // An underflow is a misspelled zero to both readers.
        let json = json.replace("1e-400", "0");
        if !json.contains("1e400") {
            let _ = comes_back::<Node>(&json);
        }
        let ours = api_object::to_string(&api_object::from_str::<Node>(&json).unwrap());
        assert_eq!(JsonValue::read(&ours), JsonValue::read(&json));
        let again = api_object::to_string(&api_object::from_str::<Node>(&ours).unwrap());
        assert_eq!(again, ours, "writing is stable");
    }
}

#[test]
fn keys_that_begin_alike_are_told_apart() {
    for key in [
        "i",
        "idd",
        "id ",
        "Id",
        "weigh",
        "weights",
        "below\\u0000",
        "objec",
        "objects",
        " object",
    ] {
        let json =
            format!(r#"{{"id":"a","{key}":"b","weight":null,"below":null,"object":"node"}}"#);
        let node = round_trips::<Node>(&json);
        assert_eq!((node.id(), node.report().len()), ("a", 1), "{key}");
    }
}
