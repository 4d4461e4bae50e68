//! Points in time: milliseconds at rest, RFC 3339 in files.

use time::OffsetDateTime;
use time::format_description::well_known::Rfc3339;

/// Nanoseconds in a millisecond.
const NANOS: i128 = 1_000_000;

/// Unix milliseconds as RFC 3339 with Z; `None` beyond the year 9999.
pub(super) fn written(milliseconds: i64) -> Option<String> {
    let nanos = i128::from(milliseconds).checked_mul(NANOS)?;
    let instant = OffsetDateTime::from_unix_timestamp_nanos(nanos).ok()?;
    instant.format(&Rfc3339).ok()
}

/// The Unix milliseconds of what is RFC 3339.
pub(super) fn read(text: &str) -> Option<i64> {
    let instant = OffsetDateTime::parse(text, &Rfc3339).ok()?;
    i64::try_from(instant.unix_timestamp_nanos().div_euclid(NANOS)).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn milliseconds_come_back() {
        for (milliseconds, text) in [
            (0, "1970-01-01T00:00:00Z"),
            (1_770_000_000_123, "2026-02-02T02:40:00.123Z"),
            (-1, "1969-12-31T23:59:59.999Z"),
        ] {
            assert_eq!(written(milliseconds).unwrap(), text);
            assert_eq!(read(text), Some(milliseconds));
        }
        assert_eq!(
            read("2026-02-02T04:40:00.123+02:00"),
            Some(1_770_000_000_123)
        );
        assert_eq!((read("yesterday"), written(i64::MAX)), (None, None));
    }
}
