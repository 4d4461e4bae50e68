//! The language of an article and of its paragraphs, chosen by hand.

use crate::app::{App, Outcome};
use crate::commands::request::{AskLanguages, ChooseLanguage};
use crate::intake::language_marks;
use crate::open_article::OpenArticle;
use crate::problem::{Code, Problem};
use crate::view::message;
use crate::wire::{Edited, LanguageChoices};
use postil_core::document::LanguageMark;
use postil_core::language::{self, known_languages, likely_languages};
use postil_core::text::{Extent, Text, Utf16};

/// The longest language tag that is taken (BCP 47 tags in use are shorter).
const LONGEST_TAG: usize = 35;

/// How much text is read, in code points, to say what it may be in.
const READ: u32 = 40_000;

/// Chooses a language by hand: final, and its neighbours learn from it.
pub fn choose_language(app: &mut App, request: ChooseLanguage) -> Result<Edited, Problem> {
    if let Some(tag) = &request.tag
        && !is_tag(tag)
    {
        return Err(Problem::new(Code::Invalid, "problem-language-tag").with("tag", tag.clone()));
    }
    let stored = app.opened()?.project.languages(request.document)?;
    app.edit("step-language", request.document, |session| {
        let number = paragraph_at(session.article, request.caret)?;
        let text = &session.article.text;
        let mut paragraphs = by_hand(text.paragraphs(), &stored);
        let mut whole = article_by_hand(&stored);
        match number {
            Some(number) => {
                paragraphs.retain(|(index, _)| *index != number);
                paragraphs.extend(request.tag.clone().map(|tag| (number, tag)));
            }
            None => whole.clone_from(&request.tag),
        }
        let chosen = number.and_then(|number| text.paragraphs().nth(number));
        let detected = language::detect_article(text, &paragraphs, whole.as_deref());
        let mut others = 0;
        for fresh in language_marks(&detected, session.article.document) {
            match stored.iter().find(|mark| mark.extent == fresh.extent) {
                Some(old) => {
                    let fresh = LanguageMark {
                        id: old.id,
                        ..fresh
                    };
                    if fresh.extent.is_some() && fresh.extent != chosen && fresh.tag != old.tag {
                        others += 1;
                    }
                    if fresh != *old {
                        session.edits.update_language(&fresh)?;
                    }
                }
                None => {
                    session.edits.insert_language(fresh)?;
                }
            }
        }
        let key = match (&request.tag, number) {
            (Some(_), Some(_)) => "said-language-paragraph",
            (Some(_), None) => "said-language",
            (None, _) => "said-language-detected",
        };
        Ok(Outcome {
            message: message(key)
                .with("tag", request.tag.clone().unwrap_or_default())
                .count("others", others),
            current: None,
            active: None,
            caret: None,
        })
    })
}

/// The languages to choose from; those that the text may well be in are told apart.
pub fn language_choices(app: &mut App, request: AskLanguages) -> Result<LanguageChoices, Problem> {
    let open = app.opened()?;
    let stored = open.project.languages(request.document)?;
    let article = open.article(request.document)?;
    let number = paragraph_at(article, request.caret)?;
    let text = &article.text;
    let extents = near(text, number.unwrap_or(0));
    let first = extents.first().map_or(0, |(number, _)| *number);
    let paragraphs: Vec<&str> = extents
        .iter()
        .filter_map(|(_, extent)| text.slice(*extent))
        .collect();
    let set = by_hand(extents.iter().map(|(_, extent)| *extent), &stored);
    Ok(LanguageChoices {
        close: likely_languages(
            &paragraphs,
            &set,
            article_by_hand(&stored).as_deref(),
            number.map(|number| number - first),
        ),
        known: known_languages().into_iter().map(str::to_owned).collect(),
    })
}

/// The number, from 0, of the paragraph that holds a position.
fn paragraph_at(article: &OpenArticle, caret: Option<Utf16>) -> Result<Option<usize>, Problem> {
    let Some(caret) = caret else {
        return Ok(None);
    };
    let text = &article.text;
    let here = text.paragraph_at(article.position(caret)?);
    here.and_then(|here| text.paragraphs().position(|paragraph| paragraph == here))
        .map(Some)
        .ok_or_else(|| Problem::new(Code::Invalid, "problem-no-paragraph"))
}

fn is_tag(tag: &str) -> bool {
    !tag.is_empty()
        && tag.len() <= LONGEST_TAG
        && tag
            .split('-')
            .all(|part| !part.is_empty() && part.chars().all(|c| c.is_ascii_alphanumeric()))
}

/// Tags that a person set, by the paragraph's place among those given.
fn by_hand(
    paragraphs: impl Iterator<Item = Extent>,
    stored: &[LanguageMark],
) -> Vec<(usize, String)> {
    let set: Vec<&LanguageMark> = stored.iter().filter(|mark| mark.by_hand).collect();
    paragraphs
        .enumerate()
        .filter_map(|(index, extent)| {
            let mark = set.iter().find(|mark| mark.extent == Some(extent))?;
            Some((index, mark.tag.clone()))
        })
        .collect()
}

fn article_by_hand(stored: &[LanguageMark]) -> Option<String> {
    stored
        .iter()
        .find(|mark| mark.by_hand && mark.extent.is_none())
        .map(|mark| mark.tag.clone())
}

/// The paragraph of this number with those around it, as far as they are read.
fn near(text: &Text, number: usize) -> Vec<(usize, Extent)> {
    let all: Vec<(usize, Extent)> = text.paragraphs().enumerate().collect();
    let Some((_, here)) = all.get(number) else {
        return Vec::new();
    };
    let (from, to) = (
        here.start.0.saturating_sub(READ / 2),
        here.end.0.saturating_add(READ / 2),
    );
    all.into_iter()
        .filter(|(_, extent)| from <= extent.start.0 && extent.end.0 <= to)
        .collect()
}
