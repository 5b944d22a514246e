//! Objects: structs with named fields, of every kind of field.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};

use api_object::{ApiObject, Auto, Descriptor, Extra, RawJson, Str, UnixSeconds};
use insta::assert_snapshot;

use crate::round_trip::{comes_back, refusal, report_of, round_trips};

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Everything {
    flag: bool,
    tiny: i8,
    byte: u8,
    short: i16,
    word: u16,
    int: i32,
    natural: u32,
    long: i64,
    great: u64,
    size: usize,
    offset: isize,
    single: f32,
    double: f64,
    text: String,
    boxed: Box<str>,
    inline: Str,
    at: UnixSeconds,
    auto: Auto<f64>,
    list: Vec<Option<u8>>,
    sorted: BTreeMap<String, Vec<u8>>,
    hashed: HashMap<Str, Option<bool>>,
    raw: RawJson,
    below: Option<Box<Everything>>,
    #[api(extra)]
    extra: Extra,
}

const LEAST: &str = r#"{"flag":false,"tiny":-128,"byte":0,"short":-32768,"word":0,"int":-2147483648,"natural":0,"long":-9223372036854775808,"great":0,"size":0,"offset":-1,"single":-3.4028235e38,"double":-1.7976931348623157e308,"text":"","boxed":"","inline":"","at":-1,"auto":"auto","list":[],"sorted":{},"hashed":{},"raw":null,"below":null}"#;
const MOST: &str = r#"{"flag":true,"tiny":127,"byte":255,"short":32767,"word":65535,"int":2147483647,"natural":4294967295,"long":9223372036854775807,"great":18446744073709551615,"size":18446744073709551615,"offset":9223372036854775807,"single":1e-45,"double":5e-324,"text":"\u0000\u001f\"\\/é😀\u2028","boxed":"a","inline":"a text that is longer than fits in place","at":253402300799,"auto":0.1,"list":[null,0,255],"sorted":{"":[],"b":[1],"a":[2,3]},"hashed":{"x":null},"raw":{"a":[1,{"b":null}]},"below":LEAST}"#;

#[test]
fn every_kind_of_field_comes_back() {
    let _ = round_trips::<Everything>(LEAST);
    let most = round_trips::<Everything>(&MOST.replace("LEAST", LEAST));
    assert!(most.report().is_empty());
    assert_eq!(most.text(), "\0\u{1f}\"\\/é😀\u{2028}");
    assert_eq!((most.single(), most.double()), (1e-45, 5e-324));
}

#[test]
fn numbers_beyond_their_type_are_refused_each_with_its_bounds() {
    let json = LEAST
        .replace("-128", "-129")
        .replace("\"byte\":0", "\"byte\":256")
        .replace("-32768", "-32769")
        .replace("\"word\":0", "\"word\":-1")
        .replace("-2147483648", "2147483648")
        .replace("\"natural\":0", "\"natural\":0.5")
        .replace("-9223372036854775808", "-9223372036854775809")
        .replace("\"great\":0", "\"great\":18446744073709551616")
        .replace("-1.7976931348623157e308", "-1.8e308")
        .replace("-3.4028235e38", "1e39");
    assert_snapshot!(refusal::<Everything>(&json), @"
        line 1, column 22, at /tiny: expected an integer from -128 to 127, found -129, which is out of range
        line 1, column 34, at /byte: expected an integer from 0 to 255, found 256, which is out of range
        line 1, column 46, at /short: expected an integer from -32768 to 32767, found -32769, which is out of range
        line 1, column 60, at /word: expected an integer from 0 to 65535, found -1, which is out of range
        line 1, column 69, at /int: expected an integer from -2147483648 to 2147483647, found 2147483648, which is out of range
        line 1, column 90, at /natural: expected an integer from 0 to 4294967295, found 0.5
        line 1, column 101, at /long: expected an integer from -9223372036854775808 to 9223372036854775807, found -9223372036854775809, which is out of range
        line 1, column 130, at /great: expected an integer from 0 to 18446744073709551615, found 18446744073709551616, which is out of range
        line 1, column 181, at /single: expected a number from -3.4028235e38 to 3.4028235e38, found 1e39, which is out of range
        line 1, column 195, at /double: expected a number from -1.7976931348623157e308 to 1.7976931348623157e308, found -1.8e308, which is out of range
    ");
}

#[test]
fn integers_are_integers() {
    for number in ["1.0", "1e0", "10e-1", "-0", "2.55e2"] {
        let json = LEAST.replace("\"byte\":0", &format!("\"byte\":{number}"));
        let _ = round_trips::<Everything>(&json);
    }
    let beyond = ", which is out of range";
    for (number, why) in [
        ("1.5", ""),
        ("1e-1", ""),
        ("256.0", beyond),
        ("-1e0", beyond),
        ("\"1\"", ""),
        ("true", ""),
    ] {
        let json = LEAST.replace("\"byte\":0", &format!("\"byte\":{number}"));
        let refused = refusal::<Everything>(&json);
        assert!(
            refused.ends_with(&format!(
                "expected an integer from 0 to 255, found {number}{why}"
            )),
            "{refused}"
        );
    }
}

#[test]
fn raw_json_is_not_looked_into() {
    for raw in [
        "1e400",
        "\"a\"",
        "[1 , 2]",
        "{\"a\":1,\"a\":2}",
        "123456789012345678901234567890",
    ] {
        let json = LEAST.replace("\"raw\":null", &format!("\"raw\":{raw}"));
        let read = api_object::from_str::<Everything>(&json).unwrap();
        assert_eq!(read.raw().as_str(), raw);
        assert!(api_object::to_string(&read).contains(&format!("\"raw\":{raw},")));
    }
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Empty {}

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct OnlyExtra {
    #[api(extra)]
    extra: Extra,
}

#[test]
fn an_object_may_be_empty() {
    assert_eq!(api_object::to_string(&round_trips::<Empty>("{}")), "{}");
    let bare = api_object::from_str::<Empty>(r#" { "a" : 1 } "#).unwrap();
    assert_eq!(api_object::to_string(&bare), "{}");
    let json = r#"{"a":1,"b":[],"c":{"d":null}}"#;
    assert_eq!(round_trips::<OnlyExtra>(json).report().len(), 3);
    for other in ["[]", "null", "\"{}\"", "0", "false"] {
        assert_eq!(
            refusal::<OnlyExtra>(other),
            format!("line 1, column 1: expected an object (OnlyExtra), found {other}")
        );
    }
}

/// A page of anything, whatever borrows.
#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(object = "list")]
struct Page<'a, T, const N: usize>
where
    T: Clone,
{
    data: Vec<T>,
    first: Option<Cow<'a, str>>,
    #[api(extra)]
    extra: Extra,
}

#[test]
fn objects_may_be_generic() {
    let json = r#"{"object":"list","data":[{},{"a":1}],"first":"x\ny"}"#;
    let page = api_object::from_str::<Page<'_, OnlyExtra, 3>>(json).unwrap();
    assert_eq!(page.data().len(), 2);
    assert_eq!(api_object::to_string(&page), json);
    assert_eq!(Page::<'_, u8, 1>::OBJECT, "list");
    let theirs: Page<'_, OnlyExtra, 3> = serde_json::from_str(json).unwrap();
    assert_eq!(theirs, *page);
    let numbers = api_object::from_str::<Page<'_, u8, 0>>(r#"{"object":"list","data":[1,256]}"#);
    assert_snapshot!(numbers.unwrap_err(), @"line 1, column 28, at /data/1: expected an integer from 0 to 255, found 256, which is out of range");
}

#[test]
fn the_descriptor_says_what_was_declared() {
    let Descriptor::Object(page) = <Page<'_, u8, 0> as ApiObject>::DESCRIPTOR else {
        panic!("no object");
    };
    assert_eq!(
        (page.name, page.docs),
        ("Page", "A page of anything, whatever borrows.")
    );
    let names: Vec<&str> = page.members.iter().map(|member| member.name).collect();
    assert_eq!(names, ["data", "first"]);
    assert!(page.keeps_extra && page.lifecycle.is_none());
}

/// Deeply recursive values are read, written and checked.
#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Chain {
    #[api(optional)]
    next: Option<Box<Chain>>,
    #[api(optional)]
    all: Option<Vec<Chain>>,
    #[api(extra)]
    extra: Extra,
}

#[test]
fn objects_may_be_recursive() {
    let json = format!(
        "{}{}{}",
        r#"{"next":"#.repeat(100),
        r#"{"all":[{"x":1},{}]}"#,
        "}".repeat(100)
    );
    let chain = round_trips::<Chain>(&json);
    let pointer = format!("{}/all/0/x", "/next".repeat(100));
    assert_eq!(chain.report().issues()[0].pointer.as_str(), pointer);
}

#[test]
fn maps_keep_their_keys() {
    let json = LEAST.replace(
        "\"sorted\":{}",
        r#""sorted":{"a/b":[1],"":[2],"é\u0000\"":[3]}"#,
    );
    let _ = round_trips::<Everything>(&json);
    let twice = LEAST.replace("\"sorted\":{}", r#""sorted":{"a":[1],"a":[2]}"#);
    assert_snapshot!(refusal::<Everything>(&twice), @"line 1, column 288, at /sorted/a: the key stands twice in its map");
    let wrong = LEAST.replace("\"sorted\":{}", r#""sorted":{"a/b":[1,-1],"c":5}"#);
    assert_snapshot!(refusal::<Everything>(&wrong), @"
        line 1, column 289, at /sorted/a~1b/1: expected an integer from 0 to 255, found -1, which is out of range
        line 1, column 297, at /sorted/c: expected an array, found 5
    ");
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Lenient {
    scores: Option<BTreeMap<String, u8>>,
    matrix: Option<Vec<Vec<u8>>>,
    #[api(extra)]
    extra: Extra,
}

#[test]
fn a_misfit_inside_sets_the_whole_member_aside() {
    let json = r#"{"scores":{"a":1,"b/c":"x"},"matrix":[[1,2],[3,-4],7]}"#;
    assert_snapshot!(report_of::<Lenient>(json), @r#"
        violation[misfit] /scores/b~1c: expected an integer from 0 to 255, found "x"
        violation[misfit] /matrix/1/1: expected an integer from 0 to 255, found -4, which is out of range
        violation[misfit] /matrix/2: expected an array, found 7
        3 violations
    "#);
    let read = comes_back::<Lenient>(json);
    assert_eq!((read.scores(), read.matrix()), (None, None));
}

#[test]
fn a_double_comes_back_as_the_double_that_it_is() {
    for number in [
        "0.1",
        "1e21",
        "1e-7",
        "123456789.123",
        "0.30000000000000004",
        "-0",
        "1e0",
        "9007199254740992",
        "4.35",
    ] {
        let _ = round_trips::<Everything>(&LEAST.replace("-1.7976931348623157e308", number));
    }
}

#[derive(Debug, ApiObject)]
struct Egg {
    layer: Hen,
}

#[derive(Debug, ApiObject)]
struct Hen {
    origin: Box<Egg>,
}

/// A mistake that no document can bring about, and none can mend. (Where each holds the next in a box, it is the compiler's.)
#[test]
#[should_panic(expected = "Egg` would hold another, without an end; write `Option<Box<...>>`")]
fn types_that_hold_each_other_without_an_end_say_so() {
    let _ = api_object::from_str::<Egg>("{}");
}

#[derive(Debug, ApiObject)]
struct Question {
    answer: Answer,
}

#[derive(Debug, ApiObject)]
#[api(tag = "type")]
enum Answer {
    Another(Box<Question>),
    Several(Questions),
}

#[derive(Debug, ApiObject)]
struct Questions {
    first: Box<Question>,
    others: Vec<Question>,
}

/// Whichever variant is taken, it holds the union again.
#[test]
#[should_panic(expected = "Question` would hold another, without an end; write `Option<Box<...>>`")]
fn a_union_none_of_whose_variants_ends_says_so() {
    let _ = serde_json::from_str::<Question>("{}");
}

/// The same types, and a variant that ends.
#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(tag = "type")]
enum Reply {
    Another(Box<Doubt>),
    Silence,
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Doubt {
    reply: Reply,
}

#[test]
fn a_union_of_which_a_variant_ends_has_values() {
    let doubt = r#"{"reply":{"type":"another","reply":{"type":"silence"}}}"#;
    let _ = round_trips::<Doubt>(doubt);
    let missing = api_object::from_str::<Doubt>("{}").unwrap_err();
    assert_eq!(
        missing.to_string(),
        "line 1, column 1, at /reply: `reply` is missing"
    );
}
