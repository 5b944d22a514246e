//! `UnixSeconds`: a moment in whole seconds.

mod moments;

use std::fmt;
use std::time::{Duration, SystemTime};

pub use moments::OutOfRange;

use crate::describe::Shape;
use crate::node::{Described, Fill, Kind, Node, Slot, View};

/// A moment: seconds since 1970-01-01T00:00:00Z, without leap seconds (POSIX.1, "Seconds Since the Epoch").
///
/// On the wire it is an integer. `Display` writes it as an RFC 3339 timestamp in UTC, years beyond
/// four digits with all of theirs.
///
/// The features `jiff`, `chrono` and `time` bring conversions to and from `jiff::Timestamp`,
/// `chrono::DateTime` and `time::OffsetDateTime`: `TryFrom<UnixSeconds>` there, since those types end in some
/// year, and `From` here, which drops the fraction of the second (towards the past). So it is with
/// `std::time::SystemTime`, without a feature.
///
/// ```
/// use api_object::UnixSeconds;
///
/// let created = UnixSeconds::new(1_721_764_800);
/// assert_eq!(created.to_string(), "2024-07-23T20:00:00Z");
/// assert_eq!(created.get(), 1_721_764_800);
///
/// let now = UnixSeconds::from(std::time::SystemTime::now());
/// assert!(now.since(created) > 0);
/// ```
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct UnixSeconds(i64);

impl UnixSeconds {
    /// The moment this many seconds after the epoch (before it, where negative).
    pub const fn new(seconds: i64) -> Self {
        UnixSeconds(seconds)
    }

    /// Seconds since the epoch.
    pub const fn get(self) -> i64 {
        self.0
    }

    /// The seconds from `earlier` to this moment; negative where it is later.
    pub const fn since(self, earlier: UnixSeconds) -> i64 {
        self.0.saturating_sub(earlier.0)
    }

    /// The moment as the operating system's clock has it; `None` beyond that clock's range.
    pub fn to_system_time(self) -> Option<SystemTime> {
        let distance = Duration::from_secs(self.0.unsigned_abs());
        match self.0 {
            0.. => SystemTime::UNIX_EPOCH.checked_add(distance),
            _ => SystemTime::UNIX_EPOCH.checked_sub(distance),
        }
    }
}

impl From<i64> for UnixSeconds {
    fn from(seconds: i64) -> Self {
        UnixSeconds(seconds)
    }
}

impl From<UnixSeconds> for i64 {
    fn from(moment: UnixSeconds) -> Self {
        moment.0
    }
}

impl fmt::Display for UnixSeconds {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = civil(self.0.div_euclid(86_400));
        let second = self.0.rem_euclid(86_400);
        let (hour, minute, second) = (second / 3600, second / 60 % 60, second % 60);
        write!(
            f,
            "{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}Z"
        )
    }
}

/// The date of a day counted from 1970-01-01 in the proleptic Gregorian calendar.
///
/// Years are counted from March, so that the leap day is a year's last, in eras of 400 years.
fn civil(day: i64) -> (i64, i64, i64) {
    const ERA: i64 = 146_097;
    let day = day + 719_468;
    let (era, day) = (day.div_euclid(ERA), day.rem_euclid(ERA));
    let year = (day - day / 1_460 + day / 36_524 - day / 146_096) / 365;
    let day = day - (365 * year + year / 4 - year / 100);
    let month = (5 * day + 2) / 153;
    let date = day - (153 * month + 2) / 5 + 1;
    let (month, carry) = if month < 10 {
        (month + 3, 0)
    } else {
        (month - 9, 1)
    };
    (era * 400 + year + carry, month, date)
}

impl Described for UnixSeconds {
    const SHAPE: Shape = Shape::UnixSeconds;

    fn blank() -> Self {
        UnixSeconds(0)
    }
}

impl Node for UnixSeconds {
    fn view(&self) -> View<'_> {
        View::Signed(self.0)
    }
}

impl<'de> Fill<'de> for UnixSeconds {
    fn slot(&mut self, _: Kind) -> Slot<'_, 'de> {
        Slot::Signed(&mut self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_at_the_edges_of_the_calendar() {
        let cases = [
            (0, "1970-01-01T00:00:00Z"),
            (-1, "1969-12-31T23:59:59Z"),
            (951_782_399, "2000-02-28T23:59:59Z"),
            (951_782_400, "2000-02-29T00:00:00Z"),
            (951_868_800, "2000-03-01T00:00:00Z"),
            (4_107_542_399, "2100-02-28T23:59:59Z"),
            (4_107_542_400, "2100-03-01T00:00:00Z"),
            (253_402_300_799, "9999-12-31T23:59:59Z"),
            (-62_135_596_800, "0001-01-01T00:00:00Z"),
        ];
        for (seconds, text) in cases {
            assert_eq!(UnixSeconds::new(seconds).to_string(), text);
        }
    }

    #[test]
    fn a_clock_loses_its_fraction_towards_the_past() {
        let epoch = SystemTime::UNIX_EPOCH;
        let half = Duration::from_millis(500);
        for (clock, seconds) in [
            (epoch, 0),
            (epoch + half, 0),
            (epoch - half, -1),
            (epoch - half - half, -1),
            (epoch - half * 3, -2),
        ] {
            assert_eq!(UnixSeconds::from(clock).get(), seconds);
        }
        for seconds in [-1, 0, 1_721_764_800] {
            let moment = UnixSeconds::new(seconds);
            assert_eq!(
                SystemTime::try_from(moment).map(UnixSeconds::from),
                Ok(moment)
            );
        }
    }

    #[test]
    fn a_clock_that_goes_so_far_has_each_second() {
        for seconds in [i64::MIN, i64::MIN + 1, i64::MAX] {
            let moment = UnixSeconds::new(seconds);
            if let Ok(clock) = SystemTime::try_from(moment) {
                assert_eq!(UnixSeconds::from(clock), moment);
            }
        }
    }

    #[test]
    fn every_second_can_be_shown() {
        assert!(UnixSeconds::new(i64::MAX).to_string().ends_with('Z'));
        assert!(UnixSeconds::new(i64::MIN).to_string().starts_with('-'));
    }
}
