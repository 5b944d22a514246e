//! `serde_json` takes the text that our own writer makes, as it is.
//!
//! Nine tenths of what `serde_json` takes to write an object of ours is its own: it looks at each byte of each key and
//! string. With its feature `raw_value` it writes text that was made already, if that is handed over as the struct that
//! its `RawValue` serializes as. Other formats would write that struct, so the serializer must be known; and since the
//! struct's name is no promise of `serde_json`, it is tried out first.

use std::any::type_name;
use std::sync::OnceLock;

use serde::ser::{Serialize, SerializeStruct, Serializer};

/// As what `RawValue` shows itself to `serde_json`: the name of a struct, and of its only field.
const RAW_VALUE: &str = "$serde_json::private::RawValue";

/// JSON text for a serializer that [takes it](is_taken_by).
pub(super) struct Verbatim<'a>(pub(super) &'a str);

impl Serialize for Verbatim<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut raw = serializer.serialize_struct(RAW_VALUE, 1)?;
        raw.serialize_field(RAW_VALUE, self.0)?;
        raw.end()
    }
}

/// Whether a serializer is that of `serde_json::to_vec` and `serde_json::to_string`, and takes text.
pub(super) fn is_taken_by<S: Serializer>() -> bool {
    // A serializer need not be `'static`, so it has no `TypeId`. Should names come to say less, it takes longer.
    type_name::<S>() == type_name::<&mut serde_json::Serializer<&mut Vec<u8>>>() && works()
}

/// Whether the `serde_json` of this build writes such text as it is.
fn works() -> bool {
    static WORKS: OnceLock<bool> = OnceLock::new();
    let try_out = || {
        let written = serde_json::to_string(&[Verbatim("[1.50]")]);
        written.is_ok_and(|written| written == "[[1.50]]")
    };
    *WORKS.get_or_init(try_out)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::raw::RawJson;

    /// Says whether the serializer that it meets takes text.
    struct Asks;

    impl Serialize for Asks {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            serializer.serialize_bool(is_taken_by::<S>())
        }
    }

    #[test]
    fn only_json_in_memory_without_white_space_takes_text() {
        assert_eq!(serde_json::to_string(&Asks).unwrap(), "true");
        assert_eq!(serde_json::to_string(&[Some(Asks)]).unwrap(), "[true]");
        assert_eq!(serde_json::to_vec(&Asks).unwrap(), b"true");
        assert_eq!(serde_json::to_string_pretty(&Asks).unwrap(), "false");
        assert_eq!(serde_json::to_value(Asks).unwrap(), false);
        let mut out = std::io::Cursor::new(Vec::new());
        serde_json::to_writer(&mut out, &Asks).unwrap();
        assert_eq!(out.into_inner(), b"false");
    }

    #[test]
    fn what_is_taken_stands_in_any_text() {
        let raw = RawJson::trusted(r#"{"a":[1.50,"é\n"]}"#);
        assert_eq!(
            serde_json::to_string(&[("k", &raw)]).unwrap(),
            r#"[["k",{"a":[1.50,"é\n"]}]]"#
        );
        let lines = RawJson::trusted("[\n  1.50\n]");
        assert_eq!(serde_json::to_string(&lines).unwrap(), "[1.5]");
        let returns = RawJson::trusted("[\r1.50]");
        assert_eq!(serde_json::to_string(&returns).unwrap(), "[1.5]");
        let pretty = serde_json::to_string_pretty(&raw).unwrap();
        assert_eq!(pretty, "{\n  \"a\": [\n    1.5,\n    \"é\\n\"\n  ]\n}");
    }
}
