//! Moments, durations and counts as people write them.

use api_object::UnixSeconds;

/// `2025-03-03 14:12:09 UTC`.
pub(crate) fn moment(moment: UnixSeconds) -> String {
    moment.to_string().replace('T', " ").replace('Z', " UTC")
}

/// `1 h 28 min`: the two largest units; of a negative number of seconds, the length alone.
pub(crate) fn duration(seconds: i64) -> String {
    const UNITS: [(u64, &str); 4] = [(86_400, "d"), (3_600, "h"), (60, "min"), (1, "s")];
    let mut rest = seconds.unsigned_abs();
    let mut parts = Vec::new();
    for (size, unit) in UNITS {
        if rest >= size {
            parts.push(format!("{} {unit}", rest / size));
            rest %= size;
        } else if !parts.is_empty() {
            break;
        }
        if parts.len() == 2 {
            break;
        }
    }
    match parts.is_empty() {
        true => "0 s".to_owned(),
        false => parts.join(" "),
    }
}

/// `1,284,117`.
pub(crate) fn count(number: u64) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}
