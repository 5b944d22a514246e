//! From a pointer to the value that it names.

use std::ops::Range;

use super::input::Input;
use super::pointer::Pointer;

impl Pointer {
    /// The byte range of the value that this pointer names in a JSON text; of members with the same
    /// key, the last. `None` where the text has no such value.
    ///
    /// ```
    /// use api_object::Pointer;
    ///
    /// let json = r#"{"data":[{"id":"file-1"}]}"#;
    /// let pointer: Pointer = "/data/0/id".parse()?;
    /// assert_eq!(pointer.find_in(json).map(|range| &json[range]), Some("\"file-1\""));
    /// # Ok::<(), api_object::ParsePointerError>(())
    /// ```
    pub fn find_in(&self, json: &str) -> Option<Range<usize>> {
        find(json, self)
    }
}

fn find(text: &str, pointer: &Pointer) -> Option<Range<usize>> {
    let mut input = Input::from_text(text);
    for segment in pointer.segments() {
        match input.peek().ok()? {
            b'{' => go_to_member(&mut input, &segment)?,
            b'[' => go_to_element(&mut input, &segment)?,
            _ => return None,
        }
    }
    let length = input.skip_value().ok()?.len();
    Some(input.at - length..input.at)
}

fn go_to_member(input: &mut Input<'_>, key: &str) -> Option<()> {
    input.at += 1;
    let mut found = None;
    let mut first = true;
    while input.next_element(first, b'}').ok()? {
        first = false;
        let same = input.key().ok()?.as_str() == key;
        if same {
            found = Some(input.at);
        }
        input.skip_value().ok()?;
    }
    input.at = found?;
    Some(())
}

fn go_to_element(input: &mut Input<'_>, segment: &str) -> Option<()> {
    let index: usize = segment.parse().ok()?;
    // RFC 6901, section 4: no sign, no leading zeros.
    if index.to_string() != segment {
        return None;
    }
    input.at += 1;
    for skipped in 0..index {
        if !input.next_element(skipped == 0, b']').ok()? {
            return None;
        }
        input.skip_value().ok()?;
    }
    input.next_element(index == 0, b']').ok()?.then_some(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_found_by_pointer_as_rfc_6901_says() {
        let text = " {\"a\": [10, {\"x/y~\": true, \"\": [ ]}], \"a\\u0062\": \"q\"} ";
        let value = |pointer: &str| find(text, &pointer.parse().unwrap()).map(|range| &text[range]);
        assert_eq!(value(""), Some(text.trim()));
        assert_eq!(value("/a/0"), Some("10"));
        assert_eq!(value("/a/1/x~1y~0"), Some("true"));
        assert_eq!(value("/a/1/"), Some("[ ]"));
        assert_eq!(value("/ab"), Some("\"q\""));
        for nowhere in [
            "/b", "/a/2", "/a/00", "/a/+1", "/a/-", "/a/x", "/a/0/0", "/a/1//0", "/A",
        ] {
            assert_eq!(value(nowhere), None, "{nowhere}");
        }
        assert_eq!(find("[1", &Pointer::default()), None);
    }

    #[test]
    fn of_members_with_the_same_key_the_last_is_found() {
        let text = "{\"a\":[1],\"a\":[2],\"b\":3}";
        let value = |pointer: &str| find(text, &pointer.parse().unwrap());
        assert_eq!(value("/a"), Some(13..16));
        assert_eq!(value("/a/0"), Some(14..15));
    }
}
