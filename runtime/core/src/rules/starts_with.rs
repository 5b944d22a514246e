//! `starts_with("https://")`: how a string begins, by one of some texts.
//!
//! Compared are bytes: `HTTPS://` does not begin with `https://`.

use super::Breach;
use crate::issue::{Code, quoted};
use crate::node::View;

/// Whether a string begins with one of the prefixes.
pub(super) fn starts_with(view: View<'_>, prefixes: &'static [&'static str]) -> Result<(), Breach> {
    let Some(text) = view.text() else {
        return Ok(());
    };
    match prefixes.iter().any(|prefix| text.starts_with(prefix)) {
        true => Ok(()),
        false => Err(breach(text, prefixes)),
    }
}

#[cold]
fn breach(text: &str, prefixes: &[&str]) -> Breach {
    let found = quoted(text);
    let prefixes: Vec<String> = prefixes.iter().map(|prefix| quoted(prefix)).collect();
    let expected = format!("a string that starts with {}", prefixes.join(" or "));
    Breach {
        code: Code::StartsWith,
        predicate: format!("is {found}, expected {expected}"),
        expected: Some(expected),
        found: Some(found),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Str;

    #[test]
    fn one_of_the_prefixes_will_do() {
        assert_eq!(
            starts_with(View::Text("gs://a"), &["s3://", "gs://"]),
            Ok(())
        );
        assert_eq!(
            starts_with(View::Inline(&Str::from("gs://")), &["gs://"]),
            Ok(())
        );
        let breach = starts_with(View::Text("GS://a"), &["s3://", "gs://"]).unwrap_err();
        assert_eq!(
            breach.predicate,
            "is \"GS://a\", expected a string that starts with \"s3://\" or \"gs://\""
        );
    }

    #[test]
    fn a_string_shorter_than_the_prefix_begins_otherwise() {
        assert!(starts_with(View::Text(""), &["a"]).is_err());
        assert!(starts_with(View::Text("日"), &["日本"]).is_err());
    }

    #[test]
    fn only_strings_are_asked() {
        assert_eq!(starts_with(View::Null, &["a"]), Ok(()));
        assert_eq!(starts_with(View::Unsigned(1), &["a"]), Ok(()));
    }
}
