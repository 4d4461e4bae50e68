//! Half-open stretches of text.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::offsets::{CodePoint, Utf16};

/// A stretch of text in code points: `start` is in it, `end` is not.
///
/// Nothing keeps `end` from lying before `start`; such an extent is empty.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
pub struct Extent {
    /// The first code point.
    pub start: CodePoint,
    /// The code point after the last.
    pub end: CodePoint,
}

/// A stretch of text in UTF-16 units: `start` is in it, `end` is not.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
pub struct Utf16Extent {
    /// The first unit.
    pub start: Utf16,
    /// The unit after the last.
    pub end: Utf16,
}

macro_rules! half_open {
    ($extent:ident, $unit:ident, $units:literal) => {
        impl $extent {
            #[doc = concat!("From `start` up to and without `end`, in ", $units, ".")]
            #[must_use]
            pub const fn of(start: u32, end: u32) -> Self {
                Self {
                    start: $unit(start),
                    end: $unit(end),
                }
            }

            #[doc = concat!("Length in ", $units, "; 0 when `end` lies before `start`.")]
            #[must_use]
            pub const fn len(self) -> u32 {
                self.end.0.saturating_sub(self.start.0)
            }

            /// Whether nothing lies in it.
            #[must_use]
            pub const fn is_empty(self) -> bool {
                self.len() == 0
            }

            /// Whether `at` lies in it; its `end` does not.
            #[must_use]
            pub fn contains(self, at: $unit) -> bool {
                self.start <= at && at < self.end
            }

            /// Whether all of `other` lies in it; an extent contains itself.
            #[must_use]
            pub fn contains_extent(self, other: Self) -> bool {
                self.start <= other.start && other.end <= self.end
            }

            /// Whether the two have something in common. An empty extent has nothing.
            #[must_use]
            pub fn overlaps(self, other: Self) -> bool {
                self.start.max(other.start) < self.end.min(other.end)
            }

            /// Whether one ends where the other starts.
            #[must_use]
            pub fn touches(self, other: Self) -> bool {
                self.end == other.start || other.end == self.start
            }

            /// The smallest extent that contains both.
            #[must_use]
            pub fn hull(self, other: Self) -> Self {
                Self {
                    start: self.start.min(other.start),
                    end: self.end.max(other.end),
                }
            }
        }

        impl fmt::Display for $extent {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(formatter, "{}–{}", self.start, self.end)
            }
        }
    };
}

half_open!(Extent, CodePoint, "code points");
half_open!(Utf16Extent, Utf16, "UTF-16 units");

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn end_is_outside() {
        let extent = Extent::of(2, 5);
        assert_eq!(extent.len(), 3);
        assert!(extent.contains(CodePoint(2)));
        assert!(!extent.contains(CodePoint(5)));
        assert!(Extent::of(3, 3).is_empty());
        assert!(Extent::of(5, 2).is_empty());
    }

    #[test]
    fn neighbours_touch_and_do_not_overlap() {
        let (left, right) = (Extent::of(0, 3), Extent::of(3, 6));
        assert!(left.touches(right) && right.touches(left));
        assert!(!left.overlaps(right));
        assert!(left.overlaps(Extent::of(2, 3)));
        assert!(!left.overlaps(Extent::of(1, 1)));
        assert!(!left.touches(Extent::of(4, 6)));
        assert_eq!(left.hull(Extent::of(8, 9)), Extent::of(0, 9));
        assert!(left.contains_extent(left) && !left.contains_extent(right));
    }

    #[test]
    fn wire_form_is_start_and_end() {
        let json = serde_json::to_string(&Extent::of(1, 4)).ok();
        assert_eq!(json.as_deref(), Some(r#"{"start":1,"end":4}"#));
        let back: Option<Utf16Extent> = serde_json::from_str(r#"{"start":1,"end":4}"#).ok();
        assert_eq!(back, Some(Utf16Extent::of(1, 4)));
    }
}
