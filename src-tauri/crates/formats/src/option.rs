//! What can be chosen for an export or import in one format.

use std::collections::BTreeMap;

/// A choice that a format offers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OptionKind {
    /// Its name on the command line and in settings.
    pub id: &'static str,
    /// The values that it may have; the first is the default. `no` and `yes`
    /// for a switch.
    pub values: &'static [&'static str],
    /// What it changes, in a sentence.
    pub help: &'static str,
}

/// The values of a switch that is off by default.
pub const OFF: &[&str] = &["no", "yes"];

/// The values of a switch that is on by default.
pub const ON: &[&str] = &["yes", "no"];

/// What was chosen of a format's options; the rest has its default.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Options {
    chosen: BTreeMap<&'static str, &'static str>,
}

/// A choice that a format does not offer.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum OptionError {
    /// There is no such option.
    #[error("there is no option \"{id}\"; there are {known}")]
    Unknown {
        /// What was asked for.
        id: String,
        /// What there is.
        known: String,
    },
    /// It has no such value.
    #[error("\"{id}\" cannot be \"{value}\"; it can be {known}")]
    Value {
        /// The option.
        id: &'static str,
        /// What was asked for.
        value: String,
        /// What there is.
        known: String,
    },
}

impl Options {
    /// Checks choices, given as id and value, against what a format offers.
    ///
    /// # Errors
    /// At the first one that it does not offer.
    pub fn of<'a>(
        offered: &[OptionKind],
        choices: impl IntoIterator<Item = (&'a str, &'a str)>,
    ) -> Result<Self, OptionError> {
        let mut chosen = BTreeMap::new();
        for (id, value) in choices {
            let Some(kind) = offered.iter().find(|kind| kind.id == id) else {
                let known: Vec<&str> = offered.iter().map(|kind| kind.id).collect();
                return Err(OptionError::Unknown {
                    id: id.to_owned(),
                    known: known.join(", "),
                });
            };
            let Some(value) = kind.values.iter().find(|known| **known == value) else {
                return Err(OptionError::Value {
                    id: kind.id,
                    value: value.to_owned(),
                    known: kind.values.join(", "),
                });
            };
            chosen.insert(kind.id, *value);
        }
        Ok(Self { chosen })
    }

    /// The value of `kind`.
    #[must_use]
    pub fn value(&self, kind: &OptionKind) -> &'static str {
        let default = kind.values.first().copied().unwrap_or_default();
        self.chosen.get(kind.id).copied().unwrap_or(default)
    }

    /// Whether the switch `kind` is on.
    #[must_use]
    pub fn is_on(&self, kind: &OptionKind) -> bool {
        self.value(kind) == "yes"
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const UNIT: OptionKind = OptionKind {
        id: "unit",
        values: &["code-points", "utf-16"],
        help: "What offsets count.",
    };
    const MARK: OptionKind = OptionKind {
        id: "mark",
        values: OFF,
        help: "Starts with a mark.",
    };

    #[test]
    fn what_is_not_chosen_has_its_default() {
        let options = Options::of(&[UNIT, MARK], [("mark", "yes")]).unwrap();
        assert_eq!(options.value(&UNIT), "code-points");
        assert!(options.is_on(&MARK) && !Options::default().is_on(&MARK));
    }

    #[test]
    fn what_is_not_offered_is_refused_with_what_is() {
        let said = |choice| {
            Options::of(&[UNIT, MARK], [choice])
                .unwrap_err()
                .to_string()
        };
        assert_eq!(
            said(("units", "utf-16")),
            "there is no option \"units\"; there are unit, mark"
        );
        assert_eq!(
            said(("unit", "bytes")),
            "\"unit\" cannot be \"bytes\"; it can be code-points, utf-16"
        );
    }
}
