//! Texts on which RFC 8259 leaves the reader free: ranges, depths, lone surrogates, encodings.

use super::Case;

pub(super) const CASES: &[Case] = &[
    ("a double below the smallest", b"[123.456e-789]"),
    (
        "an exponent of sixty digits",
        b"[0.4e006699999999999999999999999999999999999999999999999999999999999]",
    ),
    ("minus one to a huge power", b"[-1e+9999]"),
    ("a fraction to a huge power", b"[1.5e+9999]"),
    ("an integer far below the doubles", b"[-123123e100000]"),
    ("an integer far beyond the doubles", b"[123123e100000]"),
    (
        "an integer far below the smallest double",
        b"[123e-10000000]",
    ),
    (
        "a negative integer beyond 64 bits",
        b"[-123123123123123123123123123123]",
    ),
    ("an integer beyond 64 bits", b"[100000000000000000000]"),
    (
        "a negative integer of 46 digits",
        b"[-237462374673276894279832749832423479823246327846]",
    ),
    ("zero to a huge power", b"[0e+9999]"),
    (
        "the first integer beyond 64 bits",
        b"[18446744073709551616]",
    ),
    ("a low surrogate as a key", b"{\"\\uDFAA\":0}"),
    ("a high surrogate alone", b"[\"\\uDADA\"]"),
    (
        "a high surrogate before another character",
        b"[\"\\uD888\\u1234\"]",
    ),
    ("a high surrogate before a newline", b"[\"\\uD800\\n\"]"),
    ("a low surrogate before an a", b"[\"\\uDd1ea\"]"),
    (
        "two high surrogates before a newline",
        b"[\"\\uD800\\uD800\\n\"]",
    ),
    ("the first high surrogate alone", b"[\"\\ud800\"]"),
    ("a high surrogate before letters", b"[\"\\ud800abc\"]"),
    (
        "a surrogate pair in the wrong order",
        b"[\"\\uDd1e\\uD834\"]",
    ),
    ("a low surrogate alone", b"[\"\\uDFAA\"]"),
    (
        "UTF-16, little end first, with a mark",
        b"\xff\xfe[\0\"\0\xe9\0\"\0]\0",
    ),
    ("UTF-16, big end first", b"\0[\0\"\0\xe9\0\"\0]"),
    ("UTF-16, little end first", b"[\0\"\0\xe9\0\"\0]\0"),
    (
        "a byte that UTF-8 never has, after others",
        b"[\"\xe6\x97\xa5\xd1\x88\xfa\"]",
    ),
    ("a surrogate in UTF-8", b"[\"\xed\xa0\x80\"]"),
    ("a byte that UTF-8 never has", b"[\"\xff\"]"),
    ("Latin-1", b"[\"\xe9\"]"),
    ("a continuation byte alone", b"[\"\x81\"]"),
    ("a character beyond U+10FFFF", b"[\"\xf4\xbf\xbf\xbf\"]"),
    ("a slash in two bytes", b"[\"\xc0\xaf\"]"),
    (
        "a character in six bytes",
        b"[\"\xfc\x83\xbf\xbf\xbf\xbf\"]",
    ),
    ("NUL in six bytes", b"[\"\xfc\x80\x80\x80\x80\x80\"]"),
    ("a character cut short", b"[\"\xe0\xff\"]"),
    ("a byte order mark before an object", b"\xef\xbb\xbf{}"),
    ("500 arrays in each other", &nested::<1000>()),
    ("127 arrays in each other", &nested::<254>()),
    ("128 arrays in each other", &nested::<256>()),
];

const fn nested<const BYTES: usize>() -> [u8; BYTES] {
    let mut text = [b'['; BYTES];
    let mut at = BYTES / 2;
    while at < BYTES {
        text[at] = b']';
        at += 1;
    }
    text
}
