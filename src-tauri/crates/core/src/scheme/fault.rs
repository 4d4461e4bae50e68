//! What is wrong with a scheme, and where.

use thiserror::Error;

/// The largest scheme file, in bytes of its UTF-8.
pub const LARGEST: usize = 1 << 20;

/// Something wrong with a scheme.
#[derive(Clone, Debug, PartialEq)]
pub struct Fault {
    /// Where.
    pub place: Place,
    /// What.
    pub kind: FaultKind,
}

/// A place in a scheme.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// JSON pointer into the file, such as `/labels/0/key`; empty for all of
    /// it.
    pub pointer: String,
    /// The titles on the way there, such as "Claim", "form".
    pub trail: Vec<String>,
}

impl Place {
    /// A place below this one.
    #[must_use]
    pub fn below(&self, pointer: &str, title: Option<&str>) -> Self {
        let mut trail = self.trail.clone();
        trail.extend(title.map(ToOwned::to_owned));
        Self {
            pointer: format!("{}/{pointer}", self.pointer),
            trail,
        }
    }

    /// The titles in one line.
    #[must_use]
    pub fn line(&self) -> String {
        self.trail.join(" › ")
    }
}

/// What is wrong.
#[derive(Clone, Debug, PartialEq, Error)]
pub enum FaultKind {
    /// The file is larger than [`LARGEST`].
    #[error("the scheme has {0} bytes; {LARGEST} are the most")]
    TooLarge(usize),
    /// There is no label to mark with.
    #[error("there is no label to mark with")]
    NoLabel,
    /// An id is empty, or has white space, a control character or `|`.
    #[error("“{0}” cannot be an id")]
    Id(String),
    /// An id of the same list again.
    #[error("the id “{0}” is there twice")]
    DuplicateId(String),
    /// No title.
    #[error("has no title")]
    NoTitle,
    /// A key that is not one letter.
    #[error("the key “{0}” is not one letter from A to Z")]
    NoLetter(String),
    /// A letter that the key grammar needs.
    #[error("Postil itself uses the key {0}")]
    GrammarLetter(char),
    /// A letter of another label or link.
    #[error("“{by}” has the key {letter} already")]
    LetterTaken {
        /// The letter.
        letter: char,
        /// The title of what has it.
        by: String,
    },
    /// Not `#rrggbb`.
    #[error("“{0}” is not a colour such as #d9a514")]
    Colour(String),
    /// Text or line is hard to see.
    #[error("the contrast in the {theme} theme is {ratio:.1}; {needed} is needed")]
    Contrast {
        /// The theme.
        theme: &'static str,
        /// The contrast.
        ratio: f64,
        /// The contrast needed.
        needed: f64,
        /// Too little to be seen at all.
        unreadable: bool,
    },
    /// The shape of a zone on a label that is none, or the other way round.
    #[error("a zone has the shape of a zone, and nothing else has")]
    ZoneShape,
    /// A link that starts from nothing, or points to nothing.
    #[error("the link needs a label that it starts from and something that it points to")]
    NoEnds,
    /// A link from or to a label that does not exist.
    #[error("there is no label “{0}”")]
    UnknownLabel(String),
    /// A choice without values.
    #[error("there is nothing to choose from")]
    NoValues,
    /// A default that its kind does not allow.
    #[error("it cannot begin as “{0}”")]
    Default(String),
    /// A rule that sets values which are not there.
    #[error("its rule needs the value “{0}”")]
    RuleValue(String),
}

impl Fault {
    /// Whether a scheme with it is refused; others are worth a warning.
    #[must_use]
    pub const fn refuses(&self) -> bool {
        !matches!(
            self.kind,
            FaultKind::Contrast {
                unreadable: false,
                ..
            } | FaultKind::RuleValue(_)
        )
    }
}

impl std::fmt::Display for Fault {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if self.place.trail.is_empty() {
            return write!(out, "{}", self.kind);
        }
        write!(out, "{}: {}", self.place.line(), self.kind)
    }
}
