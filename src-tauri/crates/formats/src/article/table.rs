//! Tables: each row an article.

use super::choices::Field;
use super::columns::{self, Taken};
use super::{Choices, Columns, FileArticle, Kind, Left, LeftOut, Reading, Refusal};
use crate::html::{address, date, words};
use crate::loss::shortened;
use std::collections::BTreeMap;

/// A table has at most this many rows.
pub(super) const ROWS: usize = 100_000;
/// A table has at most this many columns.
pub(super) const COLUMNS: usize = 500;
/// Rows shown to a person who has to choose.
const SAMPLES: usize = 3;
/// A value that is kept beside an article is no longer than this, in characters.
const LONGEST: usize = 2_000;
/// No more values are kept beside an article.
const MOST: usize = 60;

/// Rows as they were read, before any means anything.
#[derive(Debug, Default)]
pub(super) struct Table {
    /// The names of the columns.
    pub names: Vec<String>,
    /// The rows with their numbers in the file, from 1. A row may be shorter than the names.
    pub rows: Vec<(u64, Vec<String>)>,
}

impl Table {
    /// The articles of the table, where a column for the text was chosen or can be guessed.
    pub fn into_reading(
        self,
        kind: Kind,
        choices: &Choices,
        mut left_out: LeftOut,
    ) -> Result<Reading, Refusal> {
        let taken = columns::choose(&self, choices)?;
        let samples = self.rows.iter().take(SAMPLES);
        let shown = Columns {
            names: self.names.clone(),
            samples: samples
                .map(|(_, row)| row.iter().map(|value| shortened(value.trim())).collect())
                .collect(),
            used: taken.clone(),
            rows: self.rows.len(),
        };
        let mut articles = Vec::new();
        if taken.contains_key(&Field::Text) {
            for (number, row) in self.rows {
                articles.extend(article(number, row, &self.names, &taken, &mut left_out));
            }
            if articles.is_empty() {
                return Err(Refusal::NoText);
            }
        }
        Ok(Reading {
            kind,
            named: None,
            encoding: None,
            columns: Some(shown),
            articles,
            left_out,
        })
    }
}

fn article(
    number: u64,
    row: Vec<String>,
    names: &[String],
    taken: &Taken,
    left_out: &mut LeftOut,
) -> Option<FileArticle> {
    let fields: BTreeMap<usize, Field> = taken.iter().map(|(field, at)| (*at, *field)).collect();
    let mut article = FileArticle {
        row: number,
        ..FileArticle::default()
    };
    for (at, value) in row.into_iter().enumerate() {
        let Some(name) = names.get(at) else {
            continue;
        };
        let field = fields.get(&at).copied();
        if field == Some(Field::Text) {
            article.text = value;
        } else if !value.trim().is_empty() {
            let kept = field.is_some_and(|field| keep(&mut article, field, &value, left_out));
            if !kept {
                keep_beside(&mut article, name, &value, left_out);
            }
        }
    }
    if article.text.trim().is_empty() {
        left_out.add(Left::EmptyRow, &number.to_string());
        return None;
    }
    Some(article)
}

/// Whether the value is what its field takes.
fn keep(article: &mut FileArticle, field: Field, value: &str, left_out: &mut LeftOut) -> bool {
    let metadata = &mut article.metadata;
    let (slot, value, otherwise) = match field {
        Field::Text => return false,
        Field::Title => (&mut metadata.title, words(value), None),
        Field::Outlet => (&mut metadata.outlet, words(value), None),
        Field::Author => (&mut metadata.author, words(value), None),
        Field::Published => {
            let known = date(value).or_else(|| written_date(value));
            (&mut metadata.published, known, Some((Left::Date, value)))
        }
        Field::Url => (
            &mut metadata.url,
            address(value),
            Some((Left::Address, value)),
        ),
        Field::Language => (
            &mut article.language,
            language(value),
            Some((Left::Language, value)),
        ),
    };
    if let (None, Some((what, example))) = (&value, otherwise) {
        left_out.add(what, example);
    }
    let kept = value.is_some();
    *slot = value;
    kept
}

fn keep_beside(article: &mut FileArticle, name: &str, value: &str, left_out: &mut LeftOut) {
    if value.chars().count() > LONGEST || article.other.len() >= MOST {
        left_out.add(Left::Value, &format!("{name}: {value}"));
        return;
    }
    // What Postil itself keeps under such a name comes from its own column only.
    let own = Field::by_id(name).is_some() || name == "practice";
    let name = if own {
        format!("{name} (column)")
    } else {
        name.to_owned()
    };
    article.other.insert(name, value.trim().to_owned());
}

/// Dates that can be read in one way only: "2026/01/14", "20260114", "14.01.2026".
fn written_date(value: &str) -> Option<String> {
    let value = value.trim().split([' ', 'T']).next()?;
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if value.len() == 8 && digits(value) {
        return date(&format!("{}-{}-{}", &value[..4], &value[4..6], &value[6..]));
    }
    let parts = |by| {
        let mut parts = value.split(by);
        let three = (parts.next()?, parts.next()?, parts.next()?);
        let plain = parts.next().is_none() && digits(three.0) && digits(three.1) && digits(three.2);
        plain.then_some(three)
    };
    let (year, month, day) = parts('/')
        .filter(|(year, _, _)| year.len() == 4)
        .or_else(|| parts('.').map(|(day, month, year)| (year, month, day)))?;
    date(&format!("{year}-{month:0>2}-{day:0>2}"))
}

/// A tag of BCP 47, by its form.
fn language(value: &str) -> Option<String> {
    let value = value.trim().replace('_', "-");
    let mut parts = value.split('-');
    let first = parts.next()?;
    let letters = first.bytes().all(|byte| byte.is_ascii_alphabetic());
    let rest = parts.all(|part| {
        (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
    });
    (letters && (2..=3).contains(&first.len()) && rest).then_some(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_certain_date_is_a_date() {
        let cases = [
            ("2026/01/14", Some("2026-01-14")),
            ("20260114", Some("2026-01-14")),
            ("4.1.2026", Some("2026-01-04")),
            ("14.01.2026 10:00", Some("2026-01-14")),
            ("03/04/2026", None),
            ("14.13.2026", None),
            ("yesterday", None),
            ("2026", None),
            ("日付2026年", None),
        ];
        for (given, expected) in cases {
            assert_eq!(written_date(given).as_deref(), expected, "{given}");
        }
    }

    #[test]
    fn a_language_is_a_tag() {
        assert_eq!(language(" pt_BR "), Some("pt-BR".to_owned()));
        assert_eq!(language("zh-Hant"), Some("zh-Hant".to_owned()));
        for none in ["English", "", "e", "en-", "12"] {
            assert_eq!(language(none), None, "{none}");
        }
    }
}
