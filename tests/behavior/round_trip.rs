//! What every document must survive: decode, then encode, by all writers and both readers.

use std::fmt::Debug;

use api_object::{Decoded, Described, Fill, Node};
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::json_value::JsonValue;

/// The text that `serde_json` writes value by value, as every other format does; into memory it takes that of our writer.
pub(crate) fn streamed<T: Serialize>(value: &T) -> serde_json::Result<String> {
    let mut out = std::io::Cursor::new(Vec::new());
    serde_json::to_writer(&mut out, value)?;
    Ok(String::from_utf8(out.into_inner()).expect("UTF-8"))
}

/// Decodes, and asserts that all writers give the same JSON value back.
#[track_caller]
pub(crate) fn comes_back<T>(json: &str) -> Decoded<T>
where
    T: for<'de> Fill<'de> + Described + Node + Serialize,
{
    let decoded = match api_object::from_str::<T>(json) {
        Ok(decoded) => decoded,
        Err(error) => panic!("{error}\nin {json}"),
    };
    let sent = JsonValue::read(json);
    let ours = api_object::to_vec(&decoded);
    let ours = std::str::from_utf8(&ours).expect("UTF-8");
    assert_eq!(
        JsonValue::read(ours),
        sent,
        "\nwritten: {ours}\n   sent: {json}"
    );
    for theirs in [serde_json::to_string(&decoded), streamed(&decoded)] {
        let theirs = theirs.expect("serde_json writes it");
        assert_eq!(
            JsonValue::read(&theirs),
            sent,
            "\nwritten by serde_json: {theirs}\n   sent: {json}"
        );
    }
    decoded
}

/// As [`comes_back`], and through `serde_json`'s reader, which gives an equal value.
///
/// For documents without white space and without values that do not fit.
#[track_caller]
pub(crate) fn round_trips<T>(json: &str) -> Decoded<T>
where
    T: for<'de> Fill<'de> + Described + Node + Serialize + DeserializeOwned + PartialEq + Debug,
{
    let decoded = comes_back::<T>(json);
    let from_memory = serde_json::from_str::<T>(json);
    // Of what comes from a stream serde's own dialogue is all that is seen.
    let from_stream = serde_json::from_reader::<_, T>(json.as_bytes());
    for theirs in [from_memory, from_stream] {
        let theirs = theirs.unwrap_or_else(|error| panic!("serde_json: {error}\nin {json}"));
        assert_eq!(theirs, *decoded, "in {json}");
        assert_eq!(
            api_object::to_string(&theirs),
            api_object::to_string(&decoded)
        );
    }
    decoded
}

/// The report, one line for each issue.
#[track_caller]
pub(crate) fn report_of<T>(json: &str) -> String
where
    T: for<'de> Fill<'de> + Described + Node + Serialize,
{
    comes_back::<T>(json).report().to_string()
}

/// What a text that cannot be read is answered with.
#[track_caller]
pub(crate) fn refusal<T>(json: &str) -> String
where
    T: for<'de> Fill<'de> + Described + Debug,
{
    match api_object::from_str::<T>(json) {
        Ok(decoded) => panic!("was read as {decoded:?}"),
        Err(error) => error.to_string(),
    }
}
