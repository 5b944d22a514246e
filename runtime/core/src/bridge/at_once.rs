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

use super::from_text::FromText;
use crate::describe::{Kinds, Shape};
use crate::foreign::{Reasons, without_place};
use crate::json::Input;
use crate::node::{Fill, Kind, close};
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
    let fits = fits(text, node, shape);
    if fits == Fits::All {
        return Ok(());
    }
    if Reasons::wanted() == Reasons::None {
        return Err(D::Error::custom("it does not fit"));
    }
    close(node);
    let Err(why) = slowly(text, node, shape) else {
        // Numbers came as doubles, which is not what was sent.
        return match fits {
            Fits::NoText => Ok(()),
            _ => to_the_letter(text, node, shape).map_err(D::Error::custom),
        };
    };
    // Of a number that no double is, nobody may want to know more than its text.
    if why.is_syntax && fits != Fits::NoText && to_the_letter(text, node, shape).is_ok() {
        return Ok(());
    }
    Err(D::Error::custom(why.message))
}

/// How much of a text went into a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fits {
    /// All of it.
    All,
    /// Not all of it. An element that a list keeps for itself may be what did not fit, which is no error.
    InPart,
    /// It is no JSON, or nested too deep.
    NoText,
}

/// Fills a blank value, and says how much of the text went into it.
fn fits<'de>(text: &'de str, node: &mut dyn Fill<'de>, shape: &'static Shape) -> Fits {
    let reader = Reader::new().max_unknown_members(usize::MAX);
    let mut reading = Reading::new(Input::from_text(text), &reader);
    let read = reading.document(node, shape);
    match (read, reading.syntax) {
        (Ok(()), _) if reading.set_nothing_aside() => Fits::All,
        (_, None) => Fits::InPart,
        (_, Some(_)) => Fits::NoText,
    }
}

/// Fills a value that something was filled in already, as from any other format; of numbers it is told how they are spelled.
#[cold]
fn to_the_letter<'de>(
    text: &'de str,
    node: &mut dyn Fill<'de>,
    shape: &'static Shape,
) -> Result<(), serde_json::Error> {
    close(node);
    super::de::visit(FromText::sent(text), node, shape)
}

/// Why a text was not read.
struct Why {
    message: String,
    /// Whether `serde_json` says that it is no JSON, which it is: a number is beyond every double.
    is_syntax: bool,
}

/// Fills a blank value as from any other format. Where in its text something is wrong is said in the message, since
/// `serde_json` would take it for a place in the whole text.
#[cold]
fn slowly<'de>(text: &'de str, node: &mut dyn Fill<'de>, shape: &'static Shape) -> Result<(), Why> {
    let mut deserializer = serde_json::Deserializer::from_str(text);
    super::de::visit(&mut deserializer, node, shape).map_err(|error: serde_json::Error| {
        let (line, column) = (error.line(), error.column());
        let is_syntax = error.is_syntax();
        let message = without_place(error);
        let message = format!("{message} (line {line}, column {column} of the value)");
        Why { message, is_syntax }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::fixtures::JOB;
    use crate::{ApiObject, Extra, Items};

    #[derive(Debug, PartialEq, ApiObject)]
    struct Page<'a> {
        name: &'a str,
        size: f64,
        parts: Items<Part>,
        #[api(extra)]
        extra: Extra,
    }

    #[derive(Debug, PartialEq, ApiObject)]
    struct Part {
        #[api(optional)]
        n: Option<u8>,
        #[api(extra)]
        extra: Extra,
    }

    /// The list keeps the element, of which our own reader would set a member aside.
    #[test]
    fn an_element_that_does_not_fit_changes_nothing_beside_it() {
        for more in ["123456789.12345678901234567890", "1e999", "[1.0,2e400]"] {
            let json = format!(
                r#"{{"name":"p","size":1e-400,"parts":[{{"n":1}},{{"n":"x","m":1.10}}],"more":{more}}}"#
            );
            let page: Page = serde_json::from_str(&json).unwrap();
            assert_eq!(page.name.as_ptr(), json[9..].as_ptr());
            assert_eq!(page.parts.unreadable().count(), 1);
            assert_eq!(crate::to_string(&page), json);
        }
        let deep = "[".repeat(200_000) + &"]".repeat(200_000);
        let json = format!(r#"{{"name":"p","size":1,"parts":[{{"n":"x"}}],"more":{deep}}}"#);
        assert!(serde_json::from_str::<Page>(&json).is_err());
    }

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
