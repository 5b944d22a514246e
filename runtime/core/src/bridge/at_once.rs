//! What `serde_json` has in memory, read by our own reader at once.
//!
//! Most of what `serde_json` takes to read an object of ours is its own: it looks at each key and string by itself. Its
//! `RawValue` is a text that it only went over, and that our reader fills a value from in a fraction of that time. So the
//! two together are faster than the dialogue of a deserializer and a visitor, which is left for all that does not fit,
//! and for other formats.

use std::any::type_name;

use serde::Deserialize;
use serde::de::{Deserializer, Error};
use serde_json::de::{SliceRead, StrRead};
use serde_json::value::RawValue;

use crate::describe::{Kinds, Shape};
use crate::foreign::{Reasons, without_place};
use crate::json::Input;
use crate::node::{Fill, Kind};
use crate::read::Reading;
use crate::reader::Reader;

/// Whether a deserializer is that of `serde_json::from_slice` or `serde_json::from_str`, and values of this shape are
/// large enough to be worth a second look at their text.
pub(super) fn is_worth_it<'de, D: Deserializer<'de>>(shape: &Shape) -> bool {
    type Json<R> = serde_json::Deserializer<R>;
    // A deserializer need not be `'static`, so it has no `TypeId`. Should names come to say less, it takes longer.
    let name = type_name::<D>();
    let is_in_memory = name == type_name::<&mut Json<SliceRead<'_>>>()
        || name == type_name::<&mut Json<StrRead<'_>>>();
    is_in_memory && {
        let kinds = shape.kinds();
        kinds.meet(Kinds::of(Kind::Object)) || kinds.meet(Kinds::of(Kind::Array))
    }
}

/// Fills a blank value from the text of a deserializer that [has one](is_worth_it).
///
/// # Errors
///
/// Those that `serde_json` and a visitor have for the text.
pub(super) fn fill<'de, D: Deserializer<'de>>(
    deserializer: D,
    node: &mut dyn Fill<'de>,
    shape: &'static Shape,
) -> Result<(), D::Error> {
    let text = <&RawValue>::deserialize(deserializer)?.get();
    if fits(text, node, shape) {
        return Ok(());
    }
    if Reasons::wanted() == Reasons::None {
        return Err(D::Error::custom("it does not fit"));
    }
    node.close();
    slowly(text, node, shape).map_err(D::Error::custom)
}

/// Fills a blank value, and says whether all of the text went into it.
fn fits<'de>(text: &'de str, node: &mut dyn Fill<'de>, shape: &'static Shape) -> bool {
    let reader = Reader::new().max_unknown_members(usize::MAX);
    let mut reading = Reading::new(Input::from_text(text), &reader);
    reading.document(node, shape).is_ok() && reading.set_nothing_aside()
}

/// Fills a blank value as from any other format. Where in its text something is wrong is said in the message, since
/// `serde_json` would take it for a place in the whole text.
#[cold]
fn slowly<'de>(
    text: &'de str,
    node: &mut dyn Fill<'de>,
    shape: &'static Shape,
) -> Result<(), String> {
    let mut deserializer = serde_json::Deserializer::from_str(text);
    super::de::visit(&mut deserializer, node, shape).map_err(|error: serde_json::Error| {
        let (line, column) = (error.line(), error.column());
        let message = without_place(error);
        format!("{message} (line {line}, column {column} of the value)")
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::fixtures::JOB;

    /// Says whether it would be read at once from the deserializer that it meets.
    #[derive(Debug, PartialEq)]
    struct AtOnce(bool);

    impl<'de> Deserialize<'de> for AtOnce {
        fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
            const JOB_SHAPE: Shape = Shape::Named(|| crate::describe::Descriptor::Object(&JOB));
            let worth = is_worth_it::<D>(&JOB_SHAPE);
            assert!(!is_worth_it::<D>(&Shape::Text));
            bool::deserialize(deserializer)?;
            Ok(AtOnce(worth))
        }
    }

    #[test]
    fn only_json_in_memory_is_read_at_once() {
        assert_eq!(
            serde_json::from_str::<AtOnce>("true").unwrap(),
            AtOnce(true)
        );
        assert_eq!(
            serde_json::from_slice::<AtOnce>(b"true").unwrap(),
            AtOnce(true)
        );
        assert_eq!(
            serde_json::from_str::<[Option<AtOnce>; 1]>("[true]").unwrap(),
            [Some(AtOnce(true))]
        );
        assert_eq!(
            serde_json::from_reader::<_, AtOnce>(&b"true"[..]).unwrap(),
            AtOnce(false)
        );
        assert_eq!(
            serde_json::from_value::<AtOnce>(true.into()).unwrap(),
            AtOnce(false)
        );
    }
}
