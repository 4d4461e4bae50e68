//! The beginning of a file, by which its format is told.

/// Bytes that a sample holds at most: 64 KiB.
pub const LENGTH: u64 = 64 * 1024;

/// The beginning of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sample<'a> {
    /// The name of the file.
    pub name: &'a str,
    /// Its first bytes.
    pub head: &'a [u8],
}

impl Sample<'_> {
    /// Whether the name has this end, in whatever case.
    #[must_use]
    pub fn ends(&self, end: &str) -> bool {
        let from = self.name.len().saturating_sub(end.len());
        self.name
            .get(from..)
            .is_some_and(|own| own.eq_ignore_ascii_case(end))
    }

    /// Whether the beginning holds these words.
    #[must_use]
    pub fn has(&self, words: &str) -> bool {
        let words = words.as_bytes();
        self.head.windows(words.len()).any(|window| window == words)
    }

    /// Whether the beginning holds a JSON key.
    #[must_use]
    pub fn has_key(&self, key: &str) -> bool {
        self.has(&format!("\"{key}\":")) || self.has(&format!("\"{key}\" :"))
    }
}
