//! Texts of a word are read without the reader of all others, and to the same values, reports and errors.

use std::fmt::Debug;

use api_object::{
    ApiObject, Deleted, Extra, FillOwned, List, Nullable, RawJson, Reader, Secret, UnknownValue,
};

/// Nothing has to come.
#[derive(Debug, PartialEq, ApiObject)]
struct Options {
    #[api(optional)]
    name: Option<String>,
    #[api(optional(nullable))]
    size: Option<u64>,
    #[api(extra)]
    extra: Extra,
}

#[derive(Debug, PartialEq, ApiObject)]
struct Forgetful {
    #[api(optional)]
    name: Option<String>,
}

#[derive(Debug, PartialEq, ApiObject)]
struct Nothing {
    #[api(extra)]
    extra: Extra,
}

#[derive(Debug, PartialEq, ApiObject)]
struct WithNullable {
    #[api(optional)]
    name: Option<String>,
    size: Option<u64>,
    free: Nullable<u64>,
    #[api(extra)]
    extra: Extra,
}

#[derive(Debug, PartialEq, ApiObject)]
struct WithDefault {
    #[api(default = 7)]
    size: u64,
    #[api(extra)]
    extra: Extra,
}

#[derive(Debug, PartialEq, ApiObject)]
struct WithRequired {
    #[api(optional)]
    name: Option<String>,
    size: u64,
    #[api(extra)]
    extra: Extra,
}

#[derive(Debug, PartialEq, ApiObject)]
#[api(object = "tagged")]
struct Tagged {
    #[api(optional)]
    name: Option<String>,
    #[api(extra)]
    extra: Extra,
}

#[derive(Debug, PartialEq, ApiObject)]
struct Around {
    #[api(flatten)]
    options: Options,
    #[api(flatten)]
    tail: WithNullable2,
    #[api(extra)]
    extra: Extra,
}

#[derive(Debug, PartialEq, ApiObject)]
struct WithNullable2 {
    count: Option<u64>,
}

#[derive(Debug, PartialEq, ApiObject)]
enum Word {
    Low,
    #[api(alias = "top")]
    High,
    #[api(unknown)]
    Other(UnknownValue),
}

#[derive(Debug, PartialEq, ApiObject)]
#[api(closed)]
enum Closed {
    Low,
}

#[derive(Debug, PartialEq, ApiObject)]
#[api(id = "m-")]
struct ModelId(api_object::Str);

#[derive(Debug, PartialEq, ApiObject)]
#[api(untagged)]
enum Any {
    Word(Closed),
    Options(Options),
    #[api(unknown)]
    Other(RawJson),
}

#[derive(Debug, PartialEq, ApiObject)]
#[api(untagged)]
enum Either {
    Count(u64),
    Options(Options),
}

const TEXTS: [&str; 8] = [
    "{}",
    "\"\"",
    "\"low\"",
    "\"top\"",
    "\"m-1\"",
    "\"é\"",
    "\"a\\nb\"",
    "\"1\"",
];

/// What is made of a text: the value, its report and its text; or why it is none.
fn told<T: FillOwned + Debug>(reader: &Reader, json: &str) -> String {
    match reader.from_str::<T>(json) {
        Ok(value) => format!(
            "{value:?} {:?} {}",
            value.report(),
            api_object::to_string(&value)
        ),
        Err(error) => format!("{error:?}"),
    }
}

/// Holds what is made of short texts against what is made of the same with white space behind it, which is no short text.
fn same<T: FillOwned + Debug>() {
    let readers = [
        Reader::new(),
        Reader::new().fill_missing(),
        Reader::new().max_depth(0),
        Reader::new().max_unknown_members(0),
    ];
    for reader in readers {
        for text in TEXTS {
            let longer = text.to_owned() + " ";
            assert_eq!(
                told::<T>(&reader, text),
                told::<T>(&reader, &longer),
                "{text}"
            );
        }
    }
}

#[test]
fn an_object_without_members_is_what_it_is_with_space_behind_it() {
    same::<Options>();
    same::<Forgetful>();
    same::<Nothing>();
    same::<WithNullable>();
    same::<WithDefault>();
    same::<WithRequired>();
    same::<Tagged>();
    same::<Around>();
    same::<List<Options>>();
    same::<Deleted<Tagged>>();
}

#[test]
fn a_word_is_what_it_is_with_space_behind_it() {
    same::<String>();
    same::<Option<String>>();
    same::<Word>();
    same::<Closed>();
    same::<ModelId>();
    same::<Any>();
    same::<Either>();
    same::<Secret<String>>();
    same::<Nullable<Word>>();
    same::<RawJson>();
    same::<u64>();
    same::<bool>();
}

#[test]
fn a_short_text_may_be_too_long() {
    let error = Reader::new()
        .max_bytes(1)
        .from_str::<Options>("{}")
        .unwrap_err();
    assert_eq!(
        error.to_string(),
        "line 1, column 2: expected at most 1 bytes"
    );
}
