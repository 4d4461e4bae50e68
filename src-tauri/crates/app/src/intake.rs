//! From a text to an article: what every way in shares.

use crate::environment::Environment;
use crate::problem::{Code, Problem};
use postil_core::boilerplate::{self, Proposal};
use postil_core::bundle::{Bundle, SchemeVersion};
use postil_core::document::{Document, LanguageMark, Zone, ZoneKind, ZoneState};
use postil_core::id::{DocumentId, LanguageId, ZoneId};
use postil_core::language::{self, ArticleLanguages, Detection};
use postil_core::text::{Intake, IntakeError, Text, sha256, take_in};
use std::collections::BTreeMap;

/// A proposed title has at most this many code points.
const TITLE: usize = 160;

/// What an article is made from.
pub struct Draft {
    /// The text as it came.
    pub text: String,
    /// Title; the first line if blank.
    pub title: String,
    /// A language chosen by hand (BCP 47).
    pub language: Option<String>,
    /// Outlet, author, published, url and others.
    pub metadata: BTreeMap<String, String>,
}

/// The text as Postil stores it.
pub fn normalised(given: &str) -> Result<Intake, Problem> {
    take_in(given).map_err(|error| match error {
        IntakeError::Empty => Problem::new(Code::Invalid, "problem-empty-text"),
        IntakeError::NullCharacter { at } => Problem::new(Code::Invalid, "problem-nul")
            .count("position", at.0.saturating_add(1))
            .hint("hint-nul"),
        IntakeError::TooLarge { bytes, .. } => Problem::new(Code::TooLarge, "problem-too-large")
            .with("size", format!("{:.1}", bytes as f64 / 1_048_576.0))
            .hint("hint-too-large"),
    })
}

/// The headline, else the first line that is not blank, shortened at a word.
#[must_use]
pub fn proposed_title(text: &Text) -> String {
    title_of(text, &boilerplate::propose(text, None))
}

fn title_of(text: &Text, proposals: &[Proposal]) -> String {
    let headline = proposals
        .iter()
        .find(|proposal| proposal.kind == ZoneKind::Headline)
        .and_then(|proposal| text.slice(proposal.extent));
    let first = || {
        let mut lines = text.as_str().lines().map(str::trim);
        lines.find(|line| !line.is_empty())
    };
    let line = headline.or_else(first).unwrap_or_default();
    if line.chars().count() <= TITLE {
        return line.to_owned();
    }
    let cut: String = line.chars().take(TITLE).collect();
    let kept = cut
        .rsplit_once(char::is_whitespace)
        .map_or(cut.as_str(), |(kept, _)| kept);
    format!("{}…", kept.trim_end())
}

/// An article with its languages, ready for the project.
pub fn bundle(
    environment: &mut dyn Environment,
    draft: Draft,
    scheme: SchemeVersion,
) -> Result<Bundle, Problem> {
    let text = normalised(&draft.text)?.text;
    let indexed = Text::new(text.clone());
    let given = Some(draft.title.trim()).filter(|title| !title.is_empty());
    let proposals = boilerplate::propose(&indexed, given);
    let title = given.map_or_else(|| title_of(&indexed, &proposals), str::to_owned);
    let now = environment.now();
    let detected = language::detect_article(&indexed, &[], draft.language.as_deref());
    let bundle = Bundle {
        document: Document {
            id: DocumentId::UNSTORED,
            uid: environment.uid(),
            title,
            sha256: sha256(&text),
            metadata: draft.metadata,
            version_of: None,
            added_at: now,
            removed_at: None,
            changed_at: now,
            changed_by: None,
        },
        text,
        languages: language_marks(&detected, DocumentId::UNSTORED),
        zones: Vec::new(),
        entities: Vec::new(),
        scheme,
        layers: Vec::new(),
        annotators: Vec::new(),
    };
    let zones = proposals.iter().map(|proposal| Zone {
        id: ZoneId::UNSTORED,
        uid: environment.uid(),
        document: DocumentId::UNSTORED,
        start: proposal.extent.start,
        end: proposal.extent.end,
        kind: proposal.kind,
        reason: proposal.reason.as_str().to_owned(),
        state: ZoneState::Proposed,
        by: None,
    });
    Ok(Bundle {
        zones: zones.collect(),
        ..bundle
    })
}

/// Detected languages as rows: the whole article, then its paragraphs.
#[must_use]
pub fn language_marks(detected: &ArticleLanguages, document: DocumentId) -> Vec<LanguageMark> {
    let mark = |detection: &Detection, extent| LanguageMark {
        id: LanguageId::UNSTORED,
        document,
        extent,
        tag: detection.tag.clone(),
        confidence: detection.confidence,
        guess: detection.suggestion.clone(),
        detector: language::DETECTOR.to_owned(),
        detector_version: language::DETECTOR_VERSION.to_owned(),
        by_hand: detection.by_hand,
    };
    let whole = detected
        .article
        .iter()
        .map(|detection| mark(detection, None));
    let paragraphs = detected
        .paragraphs
        .iter()
        .map(|paragraph| mark(&paragraph.detection, Some(paragraph.extent)));
    whole.chain(paragraphs).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_is_the_first_line_that_is_not_blank_cut_at_a_word() {
        let titled = |text: &str| proposed_title(&Text::from(text));
        assert_eq!(titled("\n \n  Rain \nmore"), "Rain");
        let long = "wort ".repeat(60);
        let title = titled(&long);
        assert!(
            title.ends_with("wort…") && title.chars().count() <= TITLE + 1,
            "{title}"
        );
        assert_eq!(titled(&"北".repeat(300)).chars().count(), TITLE + 1);
    }
}
