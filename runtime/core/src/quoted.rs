//! `Quoted<T>`: a number that is written as a string.

use std::fmt;
use std::str::FromStr;

use crate::describe::Shape;
use crate::json::{Input, Number};
use crate::node::{Described, Fill, Kind, Misfit, Node, Scalar, ScalarMut, Slot, Taken, View};
use crate::write;

/// A number that is written as a string: `"9007199254740993"`.
///
/// So servers send integers of 64 bits, since readers that hold numbers as doubles lose those beyond 2⁵³ (RFC 8259, section 6); the
/// JSON of Protocol Buffers has all of them so. `T` is a type of numbers: an integer, `f64`, `UnixSeconds`, or an id that is a number.
/// Rules see the number.
///
/// In the string stands what JSON has for a number, and nothing else. A number without quotes is read, too, as that format
/// asks of readers. An object with an `extra` field writes it as it came.
///
/// ```
/// use api_object::{ApiObject, Extra, Quoted};
///
/// #[derive(ApiObject)]
/// struct File {
///     #[api(range(1..))]
///     size: Quoted<u64>,
///     version: Option<Quoted<i64>>,
///     #[api(extra)]
///     extra: Extra,
/// }
///
/// let json = r#"{"size":"9007199254740993","version":7}"#;
/// let file = api_object::from_str::<File>(json)?;
/// assert_eq!((file.size().0, file.version()), (9_007_199_254_740_993, Some(Quoted(7))));
/// assert_eq!(api_object::to_string(&file), json);
///
/// let file = File { size: 8.into(), version: None, extra: Extra::new() };
/// assert_eq!(api_object::to_string(&file), r#"{"size":"8","version":null}"#);
/// # Ok::<(), api_object::DecodeError>(())
/// ```
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Quoted<T>(pub T);

impl<T> From<T> for Quoted<T> {
    fn from(number: T) -> Self {
        Quoted(number)
    }
}

impl<T: FromStr> FromStr for Quoted<T> {
    type Err = T::Err;

    fn from_str(text: &str) -> Result<Self, T::Err> {
        text.parse().map(Quoted)
    }
}

impl<T: fmt::Display> fmt::Display for Quoted<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl<T: PartialEq> PartialEq<T> for Quoted<T> {
    fn eq(&self, number: &T) -> bool {
        self.0 == *number
    }
}

impl<T: Described> Described for Quoted<T> {
    const SHAPE: Shape = Shape::Quoted(&T::SHAPE);

    #[inline]
    fn blank() -> Self {
        Quoted(T::blank())
    }
}

impl<T: Node> Node for Quoted<T> {
    #[inline]
    fn view(&self) -> View<'_> {
        View::Quoted(&self.0)
    }
}

impl<'de, T: Fill<'de> + Described> Fill<'de> for Quoted<T> {
    #[inline]
    fn slot(&mut self, _: Kind) -> Slot<'_, 'de> {
        Slot::Scalar(self)
    }
}

impl<'de, T: Fill<'de> + Described> ScalarMut<'de> for Quoted<T> {
    #[inline]
    fn accept(&mut self, scalar: Scalar<'_, 'de>) -> Result<Taken, Misfit> {
        accept(&mut self.0, scalar)
    }

    #[inline]
    fn reset(&mut self) {
        *self = Quoted::blank();
    }
}

/// Takes a string with a number in it, or the number alone, which is written otherwise.
pub fn accept<'de>(place: &mut dyn Fill<'de>, scalar: Scalar<'_, 'de>) -> Result<Taken, Misfit> {
    let (Scalar::Borrowed(text) | Scalar::Transient(text)) = scalar else {
        return match scalar.kind() {
            Kind::Number => place
                .slot(Kind::Number)
                .take(scalar)
                .map(|_| Taken::Respelled),
            _ => Err(Misfit),
        };
    };
    let number = number(text).ok_or(Misfit)?;
    place.slot(Kind::Number).take(number)?;
    match (number, place.view()) {
        // JSON has one spelling for each of these.
        (Scalar::Unsigned(_), View::Unsigned(_) | View::Signed(_)) => Ok(Taken::Exactly),
        (Scalar::Signed(_), View::Signed(_)) => Ok(Taken::Exactly),
        _ if write::to_vec(place.view()) == text.as_bytes() => Ok(Taken::Exactly),
        _ => Ok(Taken::Respelled),
    }
}

/// The number that a text is, and nothing but that.
fn number(text: &str) -> Option<Scalar<'_, 'static>> {
    let mut input = Input::from_text(text);
    let number = match input.number().ok()? {
        Number::Unsigned(value) => Scalar::Unsigned(value),
        Number::Signed(value) => Scalar::Signed(value),
        Number::Other(spelling) => Scalar::Number(spelling),
    };
    let is_all = input.finish().is_ok() && text.trim_ascii_end().len() == text.len();
    is_all.then_some(number)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn taken<T: for<'de> Fill<'de> + Described>(text: &str) -> Option<(T, Taken)> {
        let mut place = T::blank();
        let taken = accept(&mut place, Scalar::Transient(text)).ok()?;
        Some((place, taken))
    }

    #[test]
    fn a_text_is_a_number_or_none() {
        use Taken::{Exactly, Respelled};
        assert_eq!(taken("0"), Some((0_u8, Exactly)));
        assert_eq!(taken("18446744073709551615"), Some((u64::MAX, Exactly)));
        assert_eq!(taken("-9223372036854775808"), Some((i64::MIN, Exactly)));
        assert_eq!(taken("7.0"), Some((7_u64, Respelled)));
        assert_eq!(taken("-0"), Some((0_i64, Respelled)));
        assert_eq!(taken("0.5"), Some((0.5_f64, Exactly)));
        assert_eq!(taken("7"), Some((7.0_f64, Respelled)));
        for odd in [
            "", " 7", "7 ", "07", "+7", "7a", "0x7", "-", "1_000", "null", "\"7\"", "-1", "1.5",
        ] {
            assert_eq!(taken::<u64>(odd), None, "{odd}");
        }
    }

    #[test]
    fn what_is_written_is_json_whatever_is_quoted() {
        let json = |node: &dyn Node| write::to_text(node.view());
        assert_eq!(json(&Quoted(-7_i64)), r#""-7""#);
        assert_eq!(json(&Quoted(0.5)), r#""0.5""#);
        assert_eq!(json(&Quoted("a\"b".to_owned())), r#""\"a\\\"b\"""#);
        assert_eq!(json(&Quoted(vec![1_u8])), r#""[1]""#);
    }
}
