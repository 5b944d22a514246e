//! Open enums: enums of words with room for others.

use api_object::describe::Others;
use api_object::{ApiObject, Auto, Descriptor, Extra, UnknownValue};
use insta::assert_snapshot;

use crate::round_trip::{comes_back, refusal, report_of, round_trips};

/// What a file is for.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, ApiObject)]
enum Purpose {
    /// To learn from.
    FineTune,
    #[api(alias("vision2", "sight"))]
    Vision,
    #[api(unknown)]
    Unlisted(UnknownValue),
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Holder {
    one: Purpose,
    maybe: Option<Purpose>,
    #[api(optional)]
    auto: Option<Auto<Purpose>>,
    list: Vec<Option<Purpose>>,
    #[api(extra)]
    extra: Extra,
}

#[test]
fn words_are_words_wherever_they_stand() {
    for json in [
        r#"{"one":"fine_tune","maybe":null,"list":[]}"#,
        r#"{"one":"vision","maybe":"fine_tune","auto":"auto","list":["vision",null,"fine_tune"]}"#,
        r#"{"one":"x","maybe":"y","auto":"z","list":["","w"]}"#,
        r#"{"one":"sight","maybe":"vision2","auto":"sight","list":[null,"vision2"]}"#,
    ] {
        let _ = round_trips::<Holder>(json);
    }
    assert_snapshot!(report_of::<Holder>(r#"{"one":"x","maybe":"y","auto":"z","list":["","w"]}"#), @r#"
        drift[unknown_word] /one: one is "x", a word that Purpose does not know
        drift[unknown_word] /maybe: maybe is "y", a word that Purpose does not know
        drift[unknown_word] /auto: auto is "z", a word that Purpose does not know
        drift[unknown_word] /list/0: list[0] is "", a word that Purpose does not know
        drift[unknown_word] /list/1: list[1] is "w", a word that Purpose does not know
        5 drifts
    "#);
}

/// Words that are no identifiers, or differ from another only in their case.
#[derive(Debug, Clone, PartialEq, ApiObject)]
enum Odd {
    #[api(rename = "24h")]
    Day,
    #[api(rename = "1024x1024")]
    Square,
    #[api(rename = "")]
    Empty,
    #[api(rename = "+1")]
    PlusOne,
    #[api(rename = "ASC")]
    Shouted,
    Asc,
    #[api(rename = "\u{e9}t\u{e9} \"x\"\n")]
    Escaped,
    #[api(unknown)]
    Other(UnknownValue),
}

#[test]
fn any_text_may_be_a_word() {
    let words = [
        ("24h", Odd::Day),
        ("1024x1024", Odd::Square),
        ("", Odd::Empty),
        ("+1", Odd::PlusOne),
        ("ASC", Odd::Shouted),
        ("asc", Odd::Asc),
        ("\u{e9}t\u{e9} \"x\"\n", Odd::Escaped),
    ];
    for (word, odd) in words {
        assert_eq!(Odd::from(word), odd);
        assert_eq!(odd.as_str(), word);
        let json = serde_json::to_string(word).expect("a string");
        assert_eq!(*round_trips::<Odd>(&json), odd);
    }
    for word in ["24H", "Asc", " ", "1"] {
        assert!(!Odd::from(word).is_known(), "{word}");
    }
}

#[test]
fn a_document_may_be_one_word() {
    assert_eq!(
        round_trips::<Purpose>("\"vision\"").lenient(),
        Purpose::Vision
    );
    assert_eq!(api_object::to_string(&Purpose::from("x\"")), r#""x\"""#);
}

#[test]
fn what_is_no_string_is_no_word() {
    assert_snapshot!(refusal::<Holder>(r#"{"one":1,"maybe":2,"list":[[]]}"#), @"
        line 1, column 8, at /one: expected a string (Purpose), found 1
        line 1, column 28, at /list/0: expected a string (Purpose) or null, found []
        also line 1, column 18, at /maybe: expected a string (Purpose) or null, found 2
    ");
    assert_snapshot!(comes_back::<Holder>(r#"{"one":"vision","maybe":{},"list":[]}"#).report(), @"
        violation[misfit] /maybe: expected a string (Purpose) or null, found {}
        1 violation
    ");
}

#[test]
fn words_do_what_words_do() {
    assert_eq!(Purpose::ALL, [Purpose::FineTune, Purpose::Vision]);
    assert_eq!("sight".parse(), Ok(Purpose::Vision));
    assert_eq!(format!("[{:<10}]", Purpose::FineTune), "[fine_tune ]");
    assert_eq!(Purpose::from("q").to_string(), "q");
    assert_eq!(Purpose::FineTune.docs(), "To learn from.");
    assert_eq!(
        (Purpose::Vision.docs(), Purpose::from("q").docs()),
        ("", "")
    );
    assert!(Purpose::Vision.is_known() && !Purpose::from("q").is_known());
    assert!(Purpose::FineTune < Purpose::Vision && Purpose::Vision < Purpose::from("a"));
}

#[test]
fn the_descriptor_says_what_was_declared() {
    let Descriptor::OpenEnum(purpose) = Purpose::DESCRIPTOR else {
        panic!("no enum")
    };
    assert_eq!(
        (purpose.name, purpose.docs),
        ("Purpose", "What a file is for.")
    );
    assert_eq!(purpose.words[0].docs, "To learn from.");
    assert_eq!(purpose.words[1].aliases(), ["vision2", "sight"]);
    assert!(!purpose.has_arrows());
    assert_eq!(purpose.others, Others::Kept);
}

#[test]
fn an_unknown_word_is_compared_with_a_text() {
    let Purpose::Unlisted(word) = Purpose::from("later") else {
        panic!("a word that nobody knows")
    };
    assert_eq!(word, "later");
    assert!(word != *"vision");
}
