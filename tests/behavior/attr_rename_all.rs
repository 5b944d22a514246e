//! `rename_all = "camelCase"`: the casing of wire names.

use api_object::{ApiObject, UnknownValue};

use crate::round_trip::{refusal, round_trips};

macro_rules! in_casings {
    ($($casing:literal as $object:ident, $words:ident: $key:literal, $word:literal;)+) => {
        $(
            #[derive(Debug, Clone, PartialEq, ApiObject)]
            #[api(rename_all = $casing)]
            struct $object {
                created_at: $words,
            }

            #[derive(Debug, Clone, PartialEq, ApiObject)]
            #[api(rename_all = $casing)]
            enum $words {
                InProgress,
                #[api(unknown)]
                Other(UnknownValue),
            }
        )+

        #[test]
        fn casings() {
            $(
                let json = concat!("{\"", $key, "\":\"", $word, "\"}");
                let read = round_trips::<$object>(json);
                assert_eq!(read.created_at(), &$words::InProgress);
                assert_eq!($words::InProgress.as_str(), $word);
                assert!(read.report().is_empty());
            )+
        }
    };
}

in_casings! {
    "snake_case" as Snake, SnakeWord: "created_at", "in_progress";
    "camelCase" as Camel, CamelWord: "createdAt", "inProgress";
    "PascalCase" as Pascal, PascalWord: "CreatedAt", "InProgress";
    "kebab-case" as Kebab, KebabWord: "created-at", "in-progress";
    "SCREAMING_SNAKE_CASE" as Screaming, ScreamingWord: "CREATED_AT", "IN_PROGRESS";
    "SCREAMING-KEBAB-CASE" as ScreamingKebab, ScreamingKebabWord: "CREATED-AT", "IN-PROGRESS";
    "lowercase" as Lower, LowerWord: "created_at", "inprogress";
    "UPPERCASE" as Upper, UpperWord: "CREATED_AT", "INPROGRESS";
}

#[test]
fn a_message_names_the_member_as_it_is_on_the_wire() {
    assert_eq!(
        refusal::<Camel>("{}"),
        "line 1, column 1, at /createdAt: `createdAt` is missing"
    );
    assert_eq!(
        refusal::<Camel>(r#"{"createdAt":1}"#),
        "line 1, column 14, at /createdAt: expected a string (CamelWord), found 1"
    );
}
