//! Moments and days as texts: RFC 3339, section 5.6, with a bracketed time zone behind it as RFC 9557 has it.

use crate::node::View;

/// What a text says of time. Two of one form are compared by where they stand in time; two of different forms are not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Moment<'a> {
    form: Form,
    /// Seconds since 1970-01-01T00:00:00, in UTC or where the clock hangs.
    seconds: i64,
    /// The digits of the fraction, without zeros at the end: so their order is that of the fractions.
    fraction: &'a str,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    /// `2025-03-03`.
    Day,
    /// `2025-03-03T14:12:09`, of a clock of which nobody says where it hangs.
    Local,
    /// `2025-03-03T14:12:09Z`, or with an offset.
    Absolute,
}

impl<'a> Moment<'a> {
    /// The moment or day that a value is the text of.
    pub(super) fn of(view: View<'a>) -> Option<Self> {
        match view {
            View::Text(text) => Moment::read(text),
            View::Inline(text) => Moment::read(text.as_str()),
            _ => None,
        }
    }

    fn read(text: &'a str) -> Option<Self> {
        let (date, rest) = text.split_at_checked(10)?;
        let midnight = day(date)?.checked_mul(86_400)?;
        if rest.is_empty() {
            return Some(Moment {
                form: Form::Day,
                seconds: midnight,
                fraction: "",
            });
        }
        let clock = rest.strip_prefix(['T', 't', ' '])?;
        let (clock, rest) = clock.split_at_checked(8)?;
        let (fraction, rest) = fraction(rest)?;
        let (form, offset) = offset(rest)?;
        Some(Moment {
            form,
            seconds: midnight + second_of_day(clock)? - offset,
            fraction,
        })
    }

    /// Which of the two is earlier, if they are of one form.
    pub(super) fn compare(self, other: Moment<'_>) -> Option<std::cmp::Ordering> {
        let of_one_form = self.form == other.form;
        of_one_form.then(|| (self.seconds, self.fraction).cmp(&(other.seconds, other.fraction)))
    }
}

/// The day of `2025-03-03`, counted from 1970-01-01 in the proleptic Gregorian calendar.
fn day(date: &str) -> Option<i64> {
    let [year, month, day] = numbers(date, '-', [4, 2, 2])?;
    if !(1..=12).contains(&month) || !(1..=length(year, month)).contains(&day) {
        return None;
    }
    // Years begin in March, so that the leap day is the last of a year.
    let (year, month) = match month {
        ..3 => (year - 1, month + 9),
        _ => (year, month - 3),
    };
    let leap_days = year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400);
    Some(365 * year + leap_days + (153 * month + 2) / 5 + day - 719_469)
}

fn length(year: i64, month: i64) -> i64 {
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    match month {
        2 => 28 + i64::from(leap),
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// Of `14:12:09`; a leap second is the second after it.
fn second_of_day(clock: &str) -> Option<i64> {
    let [hour, minute, second] = numbers(clock, ':', [2, 2, 2])?;
    let is_one = hour < 24 && minute < 60 && second < 61;
    is_one.then_some(3600 * hour + 60 * minute + second)
}

/// The digits behind the point, if one comes, and what stands behind these.
fn fraction(rest: &str) -> Option<(&str, &str)> {
    let Some(rest) = rest.strip_prefix('.') else {
        return Some(("", rest));
    };
    let end = rest.find(|c: char| !c.is_ascii_digit());
    let (digits, rest) = rest.split_at(end.unwrap_or(rest.len()));
    let some = !digits.is_empty();
    some.then_some((digits.trim_end_matches('0'), rest))
}

/// The seconds that a clock is ahead of UTC, if that is said.
fn offset(rest: &str) -> Option<(Form, i64)> {
    let rest = match rest.split_once('[') {
        Some((rest, zone)) if zone.ends_with(']') => rest,
        Some(_) => return None,
        None => rest,
    };
    let sign = match rest.as_bytes() {
        [] => return Some((Form::Local, 0)),
        [b'Z' | b'z'] => return Some((Form::Absolute, 0)),
        [b'+', ..] => 1,
        [b'-', ..] => -1,
        _ => return None,
    };
    let [hours, minutes] = numbers(rest.get(1..)?, ':', [2, 2])?;
    let is_one = hours < 24 && minutes < 60;
    is_one.then_some((Form::Absolute, sign * (3600 * hours + 60 * minutes)))
}

/// Numbers of so many digits each, and nothing else.
fn numbers<const N: usize>(text: &str, between: char, digits: [usize; N]) -> Option<[i64; N]> {
    let mut parts = text.split(between);
    let mut numbers = [0; N];
    for (number, digits) in numbers.iter_mut().zip(digits) {
        let part = parts.next().filter(|part| part.len() == digits)?;
        let is_one = part.bytes().all(|byte| byte.is_ascii_digit());
        *number = is_one.then(|| part.parse().ok())??;
    }
    parts.next().is_none().then_some(numbers)
}

#[cfg(test)]
mod tests {
    use std::cmp::Ordering;

    use super::*;
    use crate::unix_seconds::UnixSeconds;

    fn compare(a: &str, b: &str) -> Option<Ordering> {
        Moment::read(a)?.compare(Moment::read(b)?)
    }

    #[test]
    fn a_moment_is_read_as_it_is_written() {
        let century = 36_525 * 86_400;
        for seconds in (-19 * century..80 * century).step_by(86_400 * 13 + 3601) {
            let text = UnixSeconds::new(seconds).to_string();
            let moment = Moment::read(&text).map(|moment| moment.seconds);
            assert_eq!(moment, Some(seconds), "{text}");
        }
    }

    #[test]
    fn offsets_and_fractions_count() {
        for (earlier, later) in [
            ("2025-03-03T14:12:09Z", "2025-03-03T14:12:09.5Z"),
            ("2025-03-03T14:12:09.09Z", "2025-03-03T14:12:09.1Z"),
            ("2025-03-03T15:12:09+01:00", "2025-03-03T14:12:10Z"),
            ("2025-03-03T14:12:09Z", "2025-03-03T09:12:10-05:00"),
            ("2024-02-29", "2024-03-01"),
            ("2025-03-03T14:12:09", "2025-03-03 14:12:09.001"),
            ("1969-12-31T23:59:59.9z", "1970-01-01t00:00:00z"),
            ("2016-12-31T23:59:59Z", "2016-12-31T23:59:60Z"),
        ] {
            assert_eq!(
                compare(earlier, later),
                Some(Ordering::Less),
                "{earlier} {later}"
            );
            assert_eq!(
                compare(later, earlier),
                Some(Ordering::Greater),
                "{later} {earlier}"
            );
        }
        for (one, other) in [
            (
                "2025-03-03T14:12:09.500Z",
                "2025-03-03T16:12:09.5+02:00[Europe/Kyiv]",
            ),
            ("2025-03-03T14:12:09.0Z", "2025-03-03T14:12:09Z"),
        ] {
            assert_eq!(compare(one, other), Some(Ordering::Equal), "{one} {other}");
        }
    }

    #[test]
    fn what_is_of_another_form_is_not_compared() {
        let forms = ["2025-03-03", "2025-03-03T14:12:09", "2025-03-03T14:12:09Z"];
        for (a, b) in forms.iter().flat_map(|a| forms.iter().map(move |b| (a, b))) {
            assert_eq!(compare(a, b).is_some(), a == b, "{a} {b}");
        }
    }

    #[test]
    fn other_texts_are_no_moments() {
        for text in [
            "",
            "soon",
            "1741011129",
            "2025-3-03",
            "2025-02-29",
            "1900-02-29",
            "2025-13-01",
            "2025-00-01",
            "2025-04-31",
            "2025-04-00",
            "+025-04-01",
            "2025-04-01T",
            "2025-04-01T14:12",
            "2025-04-01T24:00:00Z",
            "2025-04-01T14:60:00Z",
            "2025-04-01T14:12:61Z",
            "2025-04-01T14:12:09.Z",
            "2025-04-01T14:12:09ZZ",
            "2025-04-01T14:12:09+1:00",
            "2025-04-01T14:12:09+24:00",
            "2025-04-01T14:12:09Z[Europe/Oslo",
            "2025-04-01x14:12:09Z",
            "äöüäöü-04-01",
        ] {
            assert_eq!(Moment::read(text), None, "{text}");
        }
    }
}
