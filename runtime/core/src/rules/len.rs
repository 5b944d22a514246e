//! `len(...)`: how long a string, list or map is; both ends included.
//!
//! The unit of a string is the Unicode scalar value, as in JSON Schema 2020-12 (Validation,
//! sections 6.3.1 and 6.3.2): `"é"` has one if it is written as U+00E9, whatever number of bytes it
//! takes. A list has elements, a map has entries. All else passes.

use super::Breach;
use crate::issue::{Code, count};
use crate::node::View;

/// Whether a value is neither too short nor too long.
pub(super) fn len(view: View<'_>, min: usize, max: usize) -> Result<(), Breach> {
    let (len, one, many) = match view {
        _ if surely_holds(&view, min, max) => return Ok(()),
        View::List(list) => (list.count(), "element", "elements"),
        View::Map(map) => (map.count(), "entry", "entries"),
        _ => match view.text() {
            Some(text) => (text.chars().count(), "character", "characters"),
            None => return Ok(()),
        },
    };
    match (min..=max).contains(&len) {
        true => Ok(()),
        false => Err(breach(count(len, one, many), min, max)),
    }
}

/// Whether a value's length in bytes, elements or entries says that it fits.
#[inline]
pub(super) fn surely_holds(view: &View<'_>, min: usize, max: usize) -> bool {
    match view {
        View::Text(text) | View::BorrowedId(_, text) => text_fits(text.as_bytes(), min, max),
        View::Inline(text) | View::Id(_, text) => text_fits(text.as_bytes(), min, max),
        View::List(list) => (min..=max).contains(&list.count()),
        View::Map(map) => (min..=max).contains(&map.count()),
        _ => false,
    }
}

/// Whether the number of bytes alone says that the text fits: a character takes one to four.
#[inline]
fn text_fits(text: &[u8], min: usize, max: usize) -> bool {
    text.len().div_ceil(4) >= min && text.len() <= max
}

#[cold]
fn breach(found: String, min: usize, max: usize) -> Breach {
    let expected = match (min, max) {
        (0, max) => format!("at most {max}"),
        (min, usize::MAX) => format!("at least {min}"),
        (min, max) if min == max => format!("exactly {min}"),
        (min, max) => format!("{min} to {max}"),
    };
    Breach {
        code: Code::Len,
        predicate: format!("has {found}, expected {expected}"),
        expected: Some(expected),
        found: Some(found),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::fixtures::Value;
    use crate::node::Node;
    use crate::text::Str;

    fn says(view: View<'_>, min: usize, max: usize) -> Option<String> {
        len(view, min, max).err().map(|breach| breach.predicate)
    }

    #[test]
    fn strings_are_counted_in_characters() {
        assert_eq!(says(View::Text("日本語"), 3, 3), None);
        assert_eq!(
            says(View::Text("日本語"), 4, 9).unwrap(),
            "has 3 characters, expected 4 to 9"
        );
        assert_eq!(
            says(View::Text("日本語"), 0, 2).unwrap(),
            "has 3 characters, expected at most 2"
        );
        assert_eq!(
            says(View::Inline(&Str::from("é")), 2, usize::MAX).unwrap(),
            "has 1 character, expected at least 2"
        );
    }

    #[test]
    fn bytes_alone_never_accept_a_string_of_the_wrong_length() {
        for text in ["", "a", "é", "ab", "日本", "😀😀", "aé日😀"] {
            let chars = text.chars().count();
            for (min, max) in [(0, 0), (0, 1), (1, 2), (2, 2), (3, 9), (4, usize::MAX)] {
                let fits = says(View::Text(text), min, max).is_none();
                assert_eq!(fits, (min..=max).contains(&chars), "{text} {min} {max}");
            }
        }
    }

    #[test]
    fn lists_have_elements_and_maps_have_entries() {
        let list = Value::List(vec![Value::Null; 6]);
        assert_eq!(
            says(list.view(), 0, 5).unwrap(),
            "has 6 elements, expected at most 5"
        );
        let map = Value::Map(vec![("a".to_owned(), Value::Null)]);
        assert_eq!(
            says(map.view(), 2, 2).unwrap(),
            "has 1 entry, expected exactly 2"
        );
    }

    #[test]
    fn null_has_no_length() {
        assert_eq!(says(View::Null, 1, 2), None);
    }
}
