//! `format(uri)`: what a string is the text of.
//!
//! Asked is whether the text has the form, and nothing of what it names: no host is looked up.

use super::{Breach, Format};
use crate::issue::{Code, quoted};
use crate::node::View;

/// Whether a string has the form.
pub(super) fn format(view: View<'_>, format: Format) -> Result<(), Breach> {
    let Some(text) = view.text() else {
        return Ok(());
    };
    let (has_it, what) = match format {
        Format::Uri => (is_uri(text), "a URI, such as \"https://example.com/\""),
        Format::Email => (
            is_email(text),
            "an email address, such as \"jo@example.com\"",
        ),
    };
    match has_it {
        true => Ok(()),
        false => Err(breach(text, what)),
    }
}

#[cold]
fn breach(text: &str, expected: &str) -> Breach {
    let found = quoted(text);
    Breach {
        code: Code::Format,
        predicate: format!("is {found}, expected {expected}"),
        expected: Some(expected.to_owned()),
        found: Some(found),
    }
}

/// RFC 3986, section 3: a scheme, and behind its colon what may stand in a URI.
fn is_uri(text: &str) -> bool {
    let Some((scheme, rest)) = text.split_once(':') else {
        return false;
    };
    let (rest, fragment) = rest.split_once('#').unwrap_or((rest, ""));
    let (authority, path) = match rest.strip_prefix("//") {
        Some(rest) => rest.split_at(rest.find(['/', '?']).unwrap_or(rest.len())),
        None => ("", rest),
    };
    // An address of six or more groups of digits stands between brackets, and only there.
    let is_host = |byte| is_of_uri(byte) || matches!(byte, b'[' | b']');
    is_scheme(scheme)
        && is_encoded(authority, is_host)
        && is_encoded(path, is_of_uri)
        && is_encoded(fragment, is_of_uri)
}

fn is_scheme(text: &str) -> bool {
    let mut bytes = text.bytes();
    bytes
        .next()
        .is_some_and(|first| first.is_ascii_alphabetic())
        && bytes.all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.'))
}

/// The characters that stand for themselves, `#` and the brackets left out: sections 2.2 and 2.3.
fn is_of_uri(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"-._~:/?@!$&'()*+,;=".contains(&byte)
}

/// These characters, and others as `%` and two hexadecimal digits: section 2.1.
fn is_encoded(text: &str, allowed: impl Fn(u8) -> bool) -> bool {
    let mut rest = text.as_bytes();
    loop {
        rest = match rest {
            [] => return true,
            [b'%', high, low, rest @ ..] if high.is_ascii_hexdigit() && low.is_ascii_hexdigit() => {
                rest
            }
            [byte, rest @ ..] if allowed(*byte) => rest,
            _ => return false,
        };
    }
}

/// RFC 5321, section 4.1.2, and the lengths of section 4.5.3.1: a mailbox, without what may stand around it in a letter.
fn is_email(text: &str) -> bool {
    let Some((local, domain)) = text.rsplit_once('@') else {
        return false;
    };
    let is_local = match local.strip_prefix('"') {
        Some(quoted) => quoted.strip_suffix('"').is_some_and(is_quoted),
        None => local.split('.').all(is_atom),
    };
    local.len() <= 64 && domain.len() <= 255 && is_local && is_domain(domain)
}

fn is_atom(text: &str) -> bool {
    let is_text = |byte: u8| byte.is_ascii_alphanumeric() || b"!#$%&'*+-/=?^_`{|}~".contains(&byte);
    !text.is_empty() && text.bytes().all(is_text)
}

/// What stands between quotes: any character of a line, where a quote and a backslash have a backslash before them.
fn is_quoted(text: &str) -> bool {
    let mut bytes = text.bytes();
    while let Some(byte) = bytes.next() {
        let is_text = |byte: u8| matches!(byte, b' '..=b'~');
        let fits = match byte {
            b'\\' => bytes.next().is_some_and(is_text),
            b'"' => false,
            _ => is_text(byte),
        };
        if !fits {
            return false;
        }
    }
    true
}

/// Names between dots; or an address between brackets, of which only the brackets are asked.
fn is_domain(text: &str) -> bool {
    let is_name = |name: &str| {
        let is_inside = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
        let is_framed = !name.starts_with('-') && !name.ends_with('-');
        !name.is_empty() && name.len() <= 63 && is_framed && name.bytes().all(is_inside)
    };
    let literal = text
        .strip_prefix('[')
        .and_then(|rest| rest.strip_suffix(']'));
    match literal {
        Some(address) => {
            let is_of_address = |byte: u8| byte.is_ascii_alphanumeric() || b".:-".contains(&byte);
            !address.is_empty() && address.bytes().all(is_of_address)
        }
        None => text.split('.').all(is_name),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Str;

    #[test]
    fn uris_have_a_scheme_and_no_odd_characters() {
        for uri in [
            "https://example.com/a/b?c=d&e=%20#f?/",
            "http://[2001:db8::7]:8080/c=GB?one",
            "mailto:jo@example.com",
            "data:image/png;base64,iVBORw0KGgo=",
            "urn:oasis:names",
            "a:",
            "file:///etc/hosts",
        ] {
            assert!(is_uri(uri), "{uri}");
        }
        for other in [
            "",
            "example.com",
            "//example.com/a",
            ":a",
            "1a:b",
            "https://example.com/a b",
            "https://example.com/%2",
            "https://example.com/%zz",
            "https://example.com/#a#b",
            "https://example.com/[a]",
            "https://example.com/ä",
            "https://example.com/\n",
            "https://a\\b",
        ] {
            assert!(!is_uri(other), "{other}");
        }
    }

    #[test]
    fn addresses_have_a_mailbox_and_a_domain() {
        let longest = format!("{}@{}.example", "l".repeat(64), "d".repeat(63));
        for address in [
            "jo@example.com",
            "jo.o'neil+tag@a-b.example",
            "\"a b@\\\"c\"@example.com",
            "jo@[192.0.2.1]",
            "jo@localhost",
            &longest,
        ] {
            assert!(is_email(address), "{address}");
        }
        for other in [
            "",
            "jo",
            "@example.com",
            "jo@",
            "jo@@example.com",
            ".jo@example.com",
            "jo..o@example.com",
            "jo @example.com",
            "jo@example..com",
            "jo@-example.com",
            "jo@exa_mple.com",
            "jo@[]",
            "\"a\"b\"@example.com",
            "Jo <jo@example.com>",
            "jö@example.com",
            &longest.replacen('l', "ll", 1),
            &longest.replacen('d', "dd", 1),
        ] {
            assert!(!is_email(other), "{other}");
        }
    }

    #[test]
    fn a_breach_says_what_was_expected() {
        let breach = format(View::Text("jo"), Format::Email).unwrap_err();
        assert_eq!(
            breach.predicate,
            "is \"jo\", expected an email address, such as \"jo@example.com\""
        );
        let breach = format(View::Inline(&Str::from("jo")), Format::Uri).unwrap_err();
        assert_eq!(breach.code, Code::Format);
    }

    #[test]
    fn only_strings_are_asked() {
        assert_eq!(format(View::Null, Format::Uri), Ok(()));
        assert_eq!(format(View::Unsigned(1), Format::Email), Ok(()));
    }
}
