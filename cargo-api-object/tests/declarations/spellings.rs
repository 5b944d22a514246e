//! One thing in the many spellings that documents have for it.

use super::fixture::{declares, imported, item, parts};

#[test]
fn null_is_allowed_in_many_ways() {
    let found = imported("nullable.yaml");
    declares(
        &found,
        "Thing",
        &[
            "by_type: Option<String>,",
            "by_word: Option<String>,",
            "beside: Option<Owner>,",
            "in_all: Option<Owner>,",
            "in_any: Option<Owner>,",
            "in_one: Option<i64>,",
            "in_enum: Option<ThingInEnum>,",
            "behind: Option<Metadata>,",
            "plain: Owner,",
            "only_null: RawJson,",
            "in_list: Vec<Option<i64>>,",
            "#[api(optional(nullable))]",
            "maybe: Option<String>,",
            "#[api(optional(nullable))]",
            "twice: Option<ThingTwice>,",
        ],
    );
    declares(&found, "ThingInEnum", &["On,", "Off,", "#[api(unknown)]"]);
    declares(
        &found,
        "Metadata",
        &["pub type Metadata = BTreeMap<String, String>;"],
    );
    assert_eq!(parts(&found, true), [""; 0]);
}

#[test]
fn bounds_become_rules() {
    let found = imported("numbers.yaml");
    declares(
        &found,
        "Numbers",
        &[
            "#[api(range(0 <..))]",
            "a: f64,",
            "#[api(range(0 <..=1.5))]",
            "b: f64,",
            "#[api(range(1..=50))]",
            "c: u64,",
            "d: u64,",
            "e: i64,",
            "f: i32,",
            "g: u64,",
            "#[api(len(1..=3), unique, each(range(1..)))]",
            "h: Vec<u64>,",
            "#[api(len(2))]",
            "i: String,",
            "#[api(len(..=16), each(len(..=512)))]",
            "j: BTreeMap<String, String>,",
            "/// When it was made.",
            "created_at: UnixSeconds,",
            "#[api(one_of(1, 2))]",
            "kind: i64,",
            "tiny: Option<f64>,",
            "#[api(optional, range(0.0000001..=1000))]",
            "small: Option<f64>,",
            "/// How many.",
            "///",
            "/// Default: `20`.",
            "#[api(optional)]",
            "limit: Option<i64>,",
            "#[api(optional)]",
            "wrong: Option<i64>,",
            "#[api(optional, range(1..=256))]",
            "effort: Option<Auto<u64>>,",
        ],
    );
    assert_eq!(
        parts(&found, false),
        [
            "/Numbers/properties/g: a range in which there is nothing",
            "/Numbers/properties/never: `multipleOf` of 0 is not asked",
            "/Numbers/properties/tiny: a range in which there is nothing",
            "/Numbers/properties/wrong: the default is a string, which is not of the member's type",
        ]
    );
}

#[test]
fn steps_and_lists_of_numbers_become_rules() {
    let found = imported("numbers.yaml");
    declares(
        &found,
        "Numbers",
        &[
            "#[api(optional, multiple_of(5))]",
            "several: Option<i64>,",
            "#[api(optional, range(0..), multiple_of(0.01))]",
            "price: Option<f64>,",
            "#[api(optional)]",
            "ones: Option<i64>,",
            "#[api(optional, multiple_of(4), multiple_of(6))]",
            "both: Option<i64>,",
            "#[api(optional)]",
            "never: Option<f64>,",
            "#[api(optional, one_of(1024, 256, 512))]",
            "size: Option<i64>,",
            "#[api(optional, one_of(0.5, 1, -2))]",
            "scale: Option<f64>,",
            "#[api(optional, one_of(3))]",
            "version: Option<i64>,",
            "#[api(optional, range(1..=12))]",
            "month: Option<i64>,",
            "odd: Option<f64>,",
            "#[api(optional, one_of(1e300, 0.0000001))]",
            "vast: Option<f64>,",
            "many: Option<i64>,",
            "#[api(optional, each(multiple_of(0.25)))]",
            "rates: Option<Vec<f64>>,",
            "#[api(optional, one_of(0, 90))]",
            "choice: Option<NumbersChoice>,",
        ],
    );
    let numbers = item(&found, "Numbers");
    let many = numbers.split_once("one_of(\n").unwrap().1;
    let many: Vec<&str> = many
        .lines()
        .take_while(|line| line.trim() != "),")
        .collect();
    assert_eq!(many.len(), 3, "{numbers}");
    assert!(many.iter().all(|line| line.len() <= 100), "{numbers}");
}

#[test]
fn formats_become_rules() {
    let found = imported("formats.yaml");
    declares(
        &found,
        "Contact",
        &[
            "#[api(len(..=254), format(email))]",
            "email: String,",
            "#[api(format(uri))]",
            "home: String,",
            "#[api(optional(nullable), format(uri))]",
            "site: Option<String>,",
            "#[api(optional, format(uri))]",
            "logo: Option<String>,",
            "#[api(each(format(uri)))]",
            "links: Vec<String>,",
            "#[api(each(format(uri)))]",
            "mirrors: BTreeMap<String, String>,",
            "either: ContactEither,",
            "two: String,",
            "any: String,",
            "#[api(optional)]",
            "auto: Option<ContactAuto>,",
            "seen_on: String,",
        ],
    );
    let told = parts(&found, false);
    let is_told = |place: &str, why: &str| {
        let part = format!("/Contact/properties/{place}: {why}");
        assert!(told.contains(&part), "no `{part}` in {told:#?}");
    };
    is_told(
        "either/oneOf/0",
        "what this branch of a union asks of its values is not asked",
    );
    is_told(
        "two",
        "of branches of one kind only what all of them ask is asked",
    );
    is_told(
        "auto",
        "what is asked of a string beside words is not asked",
    );
    is_told("seen_on", "the format `date` is not asked");
    is_told("near", "the format `uri-reference` is not asked");
    is_told("word", "the format `uri` is not asked");
}

#[test]
fn constant_booleans_become_rules() {
    let found = imported("formats.yaml");
    declares(
        &found,
        "Flags",
        &[
            "#[api(one_of(true))]",
            "closed: bool,",
            "#[api(one_of(false))]",
            "open: Option<bool>,",
            "#[api(optional, one_of(true))]",
            "maybe: Option<bool>,",
            "either: bool,",
            "#[api(each(one_of(true)))]",
            "all: Vec<bool>,",
            "#[api(optional, one_of(false))]",
            "off: Option<FlagsOff>,",
        ],
    );
    // What one of two branches says alone is not said of both.
    assert!(
        item(&found, "Flags").contains("    either: bool,\n    #[api(each("),
        "{}",
        item(&found, "Flags")
    );
}

#[test]
fn words_become_variants() {
    let found = imported("words.yaml");
    declares(
        &found,
        "Words",
        &[
            "InProgress,",
            "#[api(rename = \"\")]",
            "Empty,",
            "#[api(rename = \"+1\")]",
            "Plus1,",
            "#[api(rename = \"-1\")]",
            "Minus1,",
            "#[api(rename = \"1024x1024\")]",
            "N1024x1024,",
            "#[api(rename = \"in-progress\")]",
            "InProgress2,",
            "#[api(rename = \"inProgress\")]",
            "InProgress3,",
            "#[api(rename = \"self\")]",
            "SelfWord,",
            "Other,",
            "#[api(rename = \"a\\\"b\")]",
            "AB,",
            "#[api(rename = \"3\")]",
            "N3,",
            "#[api(unknown)]",
            "Unknown(UnknownValue),",
        ],
    );
    declares(
        &found,
        "Model",
        &["Small,", "Large,", "#[api(unknown(expected))]"],
    );
    // Words that are the same under the same member are one type; a boolean is one however it is written.
    declares(
        &found,
        "Holder",
        &[
            "order: HolderOrder,",
            "on: bool,",
            "model: Model,",
            "one: HolderOne,",
            "mixed: Option<HolderMixed>,",
        ],
    );
    // The same words of the same member are one enum among types that are called alike.
    declares(&found, "HolderMore", &["order: Option<HolderOrder>,"]);
    declares(&found, "Second", &["order: Option<SecondOrder>,"]);
    assert!(parts(&found, true).is_empty());
    assert_eq!(
        parts(&found, false),
        [
            "/Beside/properties/voice: what is asked of a string beside words is not asked",
            "/Words: the word `in_progress` is there twice"
        ]
    );
}

#[test]
fn names_are_cleaned_and_stay_apart() {
    let found = imported("names.yaml");
    for (name, member) in [
        ("FileFull", "a"),
        ("FileFull2", "b"),
        ("Error2", "c"),
        ("TempPassword", "d"),
        ("TempPassword2", "e"),
        ("OptionObject", "f"),
        ("N42", "g"),
    ] {
        assert!(
            item(&found, name).contains(&format!("    {member}: Option<String>,")),
            "{name}"
        );
    }
    declares(
        &found,
        "Members",
        &[
            "r#type: String,",
            "#[api(rename = \"self\")]",
            "self_: String,",
            "#[api(rename = \"+1\")]",
            "plus_1: i64,",
            "#[api(rename = \"-1\")]",
            "minus_1: i64,",
            "#[api(rename = \"2fa\")]",
            "n2fa: bool,",
            "#[api(rename = \"createdAt\")]",
            "created_at2: String,",
            "created_at: String,",
            "#[api(rename = \"\")]",
            "unnamed: String,",
            "extra: String,",
            "#[api(rename = \"ünïcode\")]",
            "uenicode: String,",
            "r#fn: String,",
            "#[api(rename = \"200\", optional)]",
            "n200: Option<String>,",
            "#[api(extra)]",
            "undeclared: Extra,",
        ],
    );
}

#[test]
fn a_casing_is_said_once() {
    let found = imported("names.yaml");
    declares(
        &found,
        "Cased",
        &[
            "#[api(rename_all = \"camelCase\", debug)]",
            "created_at: String,",
            "#[api(optional)]",
            "r#type: Option<String>,",
            "is_last: Option<bool>,",
        ],
    );
    declares(
        &found,
        "Loud",
        &[
            "#[api(rename_all = \"SCREAMING_SNAKE_CASE\")]",
            "InProgress,",
            "Done,",
        ],
    );
    declares(
        &found,
        "Joined",
        &[
            "#[api(rename_all = \"kebab-case\")]",
            "InProgress,",
            "NotYet,",
            "Done,",
        ],
    );
    declares(
        &found,
        "Run",
        &["Inprogress,", "#[api(rename = \"notYet\")]", "NotYet,"],
    );
}
