//! `UnixSeconds` and the moments of other crates.

use std::time::{Duration, SystemTime};

use api_object::{OutOfRange, UnixSeconds};

/// The year 2024, the epoch and its neighbours, the year 0001, the last second of the year 9999.
const MOMENTS: [i64; 6] = [1_721_764_800, 0, -1, 1, -62_135_596_800, 253_402_207_199];

#[test]
fn moments_go_there_and_back() {
    for moment in MOMENTS.map(UnixSeconds::new) {
        let there = jiff::Timestamp::try_from(moment).unwrap();
        assert_eq!(there.as_second(), moment.get());
        assert_eq!(UnixSeconds::from(there), moment);
        let there = chrono::DateTime::<chrono::Utc>::try_from(moment).unwrap();
        assert_eq!(there.timestamp(), moment.get());
        assert_eq!(UnixSeconds::from(there), moment);
        let offset = chrono::FixedOffset::east_opt(3_600).unwrap();
        assert_eq!(UnixSeconds::from(there.with_timezone(&offset)), moment);
        let there = time::OffsetDateTime::try_from(moment).unwrap();
        assert_eq!(there.unix_timestamp(), moment.get());
        assert_eq!(UnixSeconds::from(there), moment);
    }
}

#[test]
fn the_fraction_of_a_second_is_dropped_towards_the_past() {
    for second in MOMENTS {
        let nanosecond = i128::from(second) * 1_000_000_000 + 500_000_000;
        let expected = UnixSeconds::new(second);
        let moment = jiff::Timestamp::from_nanosecond(nanosecond).unwrap();
        assert_eq!(UnixSeconds::from(moment), expected, "{moment}");
        let moment = chrono::DateTime::from_timestamp(second, 500_000_000).unwrap();
        assert_eq!(UnixSeconds::from(moment), expected, "{moment}");
        let moment = time::OffsetDateTime::from_unix_timestamp_nanos(nanosecond).unwrap();
        assert_eq!(UnixSeconds::from(moment), expected, "{moment}");
    }
}

#[test]
fn what_is_out_of_range_is_an_error() {
    for second in [i64::MIN, i64::MAX] {
        let moment = UnixSeconds::new(second);
        let errors: [OutOfRange; 3] = [
            jiff::Timestamp::try_from(moment).unwrap_err(),
            chrono::DateTime::try_from(moment).unwrap_err(),
            time::OffsetDateTime::try_from(moment).unwrap_err(),
        ];
        let names = [
            "jiff::Timestamp",
            "chrono::DateTime",
            "time::OffsetDateTime",
        ];
        for (error, name) in errors.iter().zip(names) {
            assert_eq!(error.moment(), moment);
            assert_eq!(
                error.to_string(),
                format!("{moment} is beyond the range of {name}")
            );
        }
    }
    let later = SystemTime::UNIX_EPOCH + Duration::from_secs(7);
    assert_eq!(SystemTime::try_from(UnixSeconds::new(7)), Ok(later));
}
