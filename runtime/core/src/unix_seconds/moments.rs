//! Moments of other crates.

use std::fmt;
use std::time::SystemTime;

use super::UnixSeconds;

/// The refusal to make a moment of another type, whose years do not reach that far.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OutOfRange {
    moment: UnixSeconds,
    of: &'static str,
}

impl OutOfRange {
    /// The moment.
    pub fn moment(&self) -> UnixSeconds {
        self.moment
    }
}

impl fmt::Display for OutOfRange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (moment, of) = (self.moment, self.of);
        write!(f, "{moment} is beyond the range of {of}")
    }
}

impl std::error::Error for OutOfRange {}

impl TryFrom<UnixSeconds> for SystemTime {
    type Error = OutOfRange;

    fn try_from(moment: UnixSeconds) -> Result<Self, OutOfRange> {
        let of = "std::time::SystemTime";
        moment.to_system_time().ok_or(OutOfRange { moment, of })
    }
}

/// Without the fraction of the second, towards the past. A clock that goes beyond the range of seconds is at its end.
impl From<SystemTime> for UnixSeconds {
    fn from(moment: SystemTime) -> Self {
        let seconds = match moment.duration_since(SystemTime::UNIX_EPOCH) {
            Ok(after) => i64::try_from(after.as_secs()).unwrap_or(i64::MAX),
            Err(before) => {
                let before = before.duration();
                let fraction = i64::from(before.subsec_nanos() > 0);
                let whole = 0_i64.checked_sub_unsigned(before.as_secs());
                let before = whole.and_then(|whole| whole.checked_sub(fraction));
                before.unwrap_or(i64::MIN)
            }
        };
        UnixSeconds::new(seconds)
    }
}

#[cfg(feature = "jiff")]
impl TryFrom<UnixSeconds> for jiff::Timestamp {
    type Error = OutOfRange;

    fn try_from(moment: UnixSeconds) -> Result<Self, OutOfRange> {
        let of = "jiff::Timestamp";
        jiff::Timestamp::from_second(moment.get()).map_err(|_| OutOfRange { moment, of })
    }
}

#[cfg(feature = "jiff")]
impl From<jiff::Timestamp> for UnixSeconds {
    fn from(moment: jiff::Timestamp) -> Self {
        // Before the epoch the fraction is negative, and the second is the one behind it.
        let before = i64::from(moment.subsec_nanosecond() < 0);
        UnixSeconds::new(moment.as_second() - before)
    }
}

#[cfg(feature = "chrono")]
impl TryFrom<UnixSeconds> for chrono::DateTime<chrono::Utc> {
    type Error = OutOfRange;

    fn try_from(moment: UnixSeconds) -> Result<Self, OutOfRange> {
        let of = "chrono::DateTime";
        chrono::DateTime::from_timestamp(moment.get(), 0).ok_or(OutOfRange { moment, of })
    }
}

#[cfg(feature = "chrono")]
impl<Tz: chrono::TimeZone> From<chrono::DateTime<Tz>> for UnixSeconds {
    fn from(moment: chrono::DateTime<Tz>) -> Self {
        UnixSeconds::new(moment.timestamp())
    }
}

#[cfg(feature = "time")]
impl TryFrom<UnixSeconds> for time::OffsetDateTime {
    type Error = OutOfRange;

    fn try_from(moment: UnixSeconds) -> Result<Self, OutOfRange> {
        let of = "time::OffsetDateTime";
        time::OffsetDateTime::from_unix_timestamp(moment.get())
            .map_err(|_| OutOfRange { moment, of })
    }
}

#[cfg(feature = "time")]
impl From<time::OffsetDateTime> for UnixSeconds {
    fn from(moment: time::OffsetDateTime) -> Self {
        UnixSeconds::new(moment.unix_timestamp())
    }
}
