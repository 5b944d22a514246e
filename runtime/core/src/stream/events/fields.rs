//! The fields of a server-sent event, a line each.

use std::time::Duration;

/// The name of a line's field, and its value; no name where the line is a comment or its field is not known.
pub(super) fn field(line: &[u8]) -> (&str, &[u8]) {
    let colon = line.iter().position(|byte| *byte == b':');
    let (name, value) = match colon {
        Some(colon) => (&line[..colon], &line[colon + 1..]),
        None => (line, &[][..]),
    };
    let value = value.strip_prefix(b" ").unwrap_or(value);
    (std::str::from_utf8(name).unwrap_or_default(), value)
}

/// The value of a line of data of which the end is missing, and perhaps more of it.
pub(super) fn data_begun(line: &[u8]) -> Option<&[u8]> {
    let (name, value) = field(line);
    let is_data = match line.contains(&b':') {
        true => name == "data",
        false => !line.is_empty() && b"data".starts_with(line),
    };
    is_data.then_some(value)
}

pub(super) fn lossy(value: &[u8]) -> String {
    String::from_utf8_lossy(value).into_owned()
}

/// An empty id takes back the one before.
pub(super) fn nonempty(id: &[u8]) -> Option<String> {
    (!id.is_empty()).then(|| lossy(id))
}

pub(super) fn milliseconds(value: &[u8]) -> Option<Duration> {
    let is_number = !value.is_empty() && value.iter().all(u8::is_ascii_digit);
    let number = std::str::from_utf8(value).ok().filter(|_| is_number)?;
    number.parse().ok().map(Duration::from_millis)
}
