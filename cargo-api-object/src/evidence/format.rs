//! Whether strings are what their format says. The rules of the declarations answer, so that samples keep those that
//! are written.

use api_object::{ApiObject, Str};

use crate::schema::Format;

#[derive(ApiObject)]
#[api(format(uri))]
struct Uri(Str);

#[derive(ApiObject)]
#[api(format(email))]
struct Email(Str);

/// Whether a string has a format.
pub(super) fn has(format: Format, text: &str) -> bool {
    let report = match format {
        Format::Uri => Uri::from(text).check(),
        Format::Email => Email::from(text).check(),
    };
    report.is_valid()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_string_has_one_format_and_not_the_other() {
        for (text, uri, email) in [
            ("https://example.com/a?b=c", true, false),
            ("urn:isbn:1", true, false),
            ("/a/b.png", false, false),
            ("", false, false),
            ("jo@example.com", false, true),
        ] {
            let found = (has(Format::Uri, text), has(Format::Email, text));
            assert_eq!(found, (uri, email), "{text}");
        }
    }
}
