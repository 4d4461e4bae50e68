//! What a file would bring, in short: for a person who looks at it before it is added.

use super::{Stamp, draft::drafts, notes, read_article_file};
use crate::intake::{self, Draft};
use crate::problem::Problem;
use crate::wire::Message;
use postil_core::boilerplate;
use postil_core::document::ZoneKind;
use postil_core::language;
use postil_core::text::{Direction, Extent, Shingles, Text, direction::direction, sha256};
use postil_formats::article::{Choices, Columns, EncodingUse, Kind, Reading};
use std::collections::BTreeMap;
use std::path::Path;

/// As many articles of a file are looked at closely; of the others only whether they can come in
/// is known, and which have the same text.
pub const LOOKED_AT: usize = 20;
/// The beginning that is shown of a text, in code points.
const BEGINNING: usize = 700;

/// What a file would bring.
#[derive(Clone, Debug)]
pub struct SeenFile {
    /// How the file was when it was looked at.
    pub stamp: Option<Stamp>,
    /// What it is.
    pub kind: Kind,
    /// How its bytes were read, where they are a text.
    pub encoding: Option<EncodingUse>,
    /// Its columns, where it is a table.
    pub columns: Option<Columns>,
    /// Its articles.
    pub articles: Vec<SeenArticle>,
    /// Why some of its articles, or all, cannot come in: the first ones.
    pub refused: Vec<Problem>,
    /// What else a person should know.
    pub notes: Vec<Message>,
}

/// An article that would come in.
#[derive(Clone, Debug)]
pub struct SeenArticle {
    /// Its row in the file, from 1; 0 where the file is one article.
    pub row: u64,
    /// The hash by which the same text is known.
    pub sha256: String,
    /// What was looked at closely.
    pub close: Option<SeenClosely>,
}

/// What the first articles of a file are shown with.
#[derive(Clone, Debug)]
pub struct SeenClosely {
    /// Its title, proposed where none is stated.
    pub title: String,
    /// How it begins.
    pub beginning: String,
    /// That is not all of it.
    pub goes_on: bool,
    /// Code points.
    pub length: u32,
    /// BCP 47, or `und`.
    pub language: String,
    /// Right to left, by the first paragraph.
    pub right_to_left: bool,
    /// What is stated of it.
    pub metadata: BTreeMap<String, String>,
    /// For finding near duplicates.
    pub shingles: Shingles,
}

/// Reads a file as it would be added. `stop` is asked whether to go on.
///
/// # Errors
/// A sentence that names the file, where it gives nothing.
pub fn look_at(
    path: &Path,
    choices: &Choices,
    stop: &dyn Fn() -> bool,
) -> Result<SeenFile, Problem> {
    let stamp = Stamp::of(path);
    let reading = read_article_file(path, choices, stop)?;
    Ok(SeenFile::of(path, stamp, reading))
}

impl SeenFile {
    fn of(path: &Path, stamp: Option<Stamp>, reading: Reading) -> Self {
        let mut seen = Self {
            stamp,
            kind: reading.kind,
            encoding: reading.encoding,
            notes: notes(path, &reading),
            columns: None,
            articles: Vec::new(),
            refused: Vec::new(),
        };
        let mut file = super::AddedFile::at(path.to_path_buf());
        if reading.needs_text_column() {
            file.refuse(super::added::no_text_column(&reading), 0);
        }
        seen.columns.clone_from(&reading.columns);
        for (row, draft) in drafts(reading) {
            match intake::normalised(&draft.text) {
                Ok(taken) => {
                    let text = taken.text;
                    let sha256 = sha256(&text);
                    let close = seen.articles.len() < LOOKED_AT;
                    let close = close.then(|| SeenClosely::of(text, draft));
                    seen.articles.push(SeenArticle { row, sha256, close });
                }
                Err(problem) if file.refused.len() < LOOKED_AT => file.refuse(problem, row),
                Err(_) => {}
            }
        }
        seen.refused = file.refused;
        seen
    }
}

impl SeenClosely {
    fn of(text: String, draft: Draft) -> Self {
        let text = Text::new(text);
        let given = Some(draft.title.trim()).filter(|title| !title.is_empty());
        let proposals = boilerplate::propose(&text, given);
        let mut skipped: Vec<Extent> = proposals
            .iter()
            .filter(|proposal| proposal.kind == ZoneKind::Skip)
            .map(|proposal| proposal.extent)
            .collect();
        skipped.sort_unstable_by_key(|extent| extent.start);
        let detected = language::detect_article(&text, &[], draft.language.as_deref()).article;
        let first = text.paragraphs().next();
        let first = first.and_then(|paragraph| text.slice(paragraph));
        let beginning: String = text.as_str().trim_start().chars().take(BEGINNING).collect();
        Self {
            title: given.map_or_else(|| intake::proposed_title(&text), str::to_owned),
            goes_on: text.as_str().trim().chars().nth(BEGINNING).is_some(),
            beginning,
            length: text.len(),
            language: detected.map_or_else(|| "und".to_owned(), |detected| detected.tag),
            right_to_left: direction(first.unwrap_or_default()) == Direction::RightToLeft,
            shingles: Shingles::of(text.outside(&skipped)),
            metadata: draft.metadata,
        }
    }
}
