//! Which claims are listed.

use super::names::Part;
use super::{At, ClaimTable};
use postil_core::attribute::{Attributes, Value};
use postil_core::layer::LayerStatus;
use postil_core::link::Special;
use postil_core::text::fold;

/// What a claim must have to be listed. The empty filter lists all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ClaimFilter {
    /// Its label.
    pub label: Option<String>,
    /// A part of the name of one who says it; case and accents do not matter.
    pub speaker: String,
    /// Values by attribute id; `None` for an attribute without a value. One of
    /// several choices is enough.
    pub values: Vec<(String, Option<String>)>,
    /// Something noted of it.
    pub mark: Option<ClaimMark>,
    /// How far the viewer is with its article.
    pub status: Option<LayerStatus>,
    /// The language of its article.
    pub language: Option<String>,
    /// Every one of these words, or parts of words, in its own, in its note or
    /// in the title of its article; case and accents do not matter.
    pub words: String,
}

/// Something noted of a claim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ClaimMark {
    /// A flag, as the project file has it.
    Flag(String),
    /// A note.
    Note,
    /// Nobody has said who says it.
    NoSource,
    /// The author says it, or no source is given.
    Source(Special),
}

/// The claims that fit, in the order of articles and text, from an article on.
pub(super) fn find(table: &ClaimTable, filter: &ClaimFilter, from: usize) -> Vec<At> {
    let fits = Fits::new(table, filter);
    let mut found = Vec::new();
    for (article, at) in table.articles.iter().zip(0_u32..).skip(from) {
        let read = filter.status.is_none_or(|status| article.status == status)
            && (filter.language.is_none() || article.language == filter.language);
        if !read {
            continue;
        }
        for (claim, number) in article.claims.iter().zip(0_u32..) {
            let of = |flags: &[bool], number: u32| flags.get(number as usize) == Some(&true);
            if of(&fits.labels, claim.label)
                && of(&fits.speakers, claim.speakers)
                && of(&fits.values, claim.values)
                && of(&fits.flags, claim.flags)
                && (filter.mark != Some(ClaimMark::Note) || !claim.note.is_empty())
                && fits.words.iter().all(|word| {
                    claim.words.contains(word.as_str())
                        || claim.note.contains(word.as_str())
                        || article.folded.contains(word.as_str())
                })
            {
                found.push((at, number));
            }
        }
    }
    found
}

/// Which things of each pool fit, by number: asked once, not for each claim.
struct Fits {
    labels: Vec<bool>,
    speakers: Vec<bool>,
    values: Vec<bool>,
    flags: Vec<bool>,
    words: Vec<String>,
}

impl Fits {
    fn new(table: &ClaimTable, filter: &ClaimFilter) -> Self {
        let speaker = fold(filter.speaker.trim());
        let by_name = |list: &[Part], folded: &String| {
            let named = speaker.is_empty() || folded.contains(&speaker);
            named
                && match &filter.mark {
                    Some(ClaimMark::NoSource) => list.is_empty(),
                    Some(ClaimMark::Source(special)) => list.contains(&Part::Special(*special)),
                    _ => true,
                }
        };
        let flag = match &filter.mark {
            Some(ClaimMark::Flag(flag)) => Some(flag),
            _ => None,
        };
        Self {
            labels: table
                .labels
                .all()
                .iter()
                .map(|label| filter.label.as_ref().is_none_or(|wanted| wanted == label))
                .collect(),
            speakers: table
                .names
                .lists()
                .iter()
                .zip(table.names.folded())
                .map(|(list, folded)| by_name(list, folded))
                .collect(),
            values: table
                .values
                .all()
                .iter()
                .map(|set| has_values(set, &filter.values))
                .collect(),
            flags: table
                .flags
                .all()
                .iter()
                .map(|flags| flag.is_none_or(|flag| flags.contains(flag)))
                .collect(),
            words: fold(&filter.words)
                .split_whitespace()
                .map(str::to_owned)
                .collect(),
        }
    }
}

fn has_values(set: &Attributes, wanted: &[(String, Option<String>)]) -> bool {
    wanted.iter().all(|(attribute, wanted)| {
        match (set.get(attribute).map(|there| &there.value), wanted) {
            (None, None) => true,
            (Some(Value::Several(values)), Some(wanted)) => values.contains(wanted),
            (Some(value), Some(wanted)) => value.as_line() == *wanted,
            _ => false,
        }
    })
}
