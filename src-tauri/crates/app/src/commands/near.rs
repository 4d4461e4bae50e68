//! Near duplicates: found, listed, and shown side by side.

use crate::app::{App, OpenProject};
use crate::commands::request::{AskNear, ComparePair, Pasted};
use crate::intake;
use crate::problem::Problem;
use crate::wire::{
    BesideView, LikeArticle, NearArticle, NearPage, NearPairView, NearTo, PieceView,
};
use postil_core::boilerplate;
use postil_core::difference::{self, Piece};
use postil_core::document::ZoneKind;
use postil_core::id::DocumentId;
use postil_core::text::{Extent, Shingles, Text};
use postil_store::LikenessIndex;
use std::collections::BTreeSet;
use std::time::{Duration, Instant};

/// Articles to one reading.
const ARTICLES: usize = 5;
/// How long one question may read on: keys wait behind it.
const READING: Duration = Duration::from_millis(25);
/// The most pairs that one answer holds.
const PAIRS: usize = 500;
/// The most articles that a pasted text is said to be like.
pub(super) const LIKE: usize = 5;

/// The near duplicates of the project, the most alike first. Each question
/// reads some more articles.
pub fn near_duplicates(app: &mut App, request: AskNear) -> Result<NearPage, Problem> {
    let open = app.opened()?;
    let index = read_on(open)?;
    let among: Option<BTreeSet<DocumentId>> =
        request.among.map(|among| among.into_iter().collect());
    let mut pairs = index.pairs();
    if let Some(among) = among {
        pairs.retain(|pair| among.contains(&pair.first) || among.contains(&pair.second));
    }
    let shown = pairs.iter().take(PAIRS).map(|pair| {
        Ok(NearPairView {
            first: article(open, pair.first)?,
            second: article(open, pair.second)?,
            percent: percent(pair.shared),
        })
    });
    let page = NearPage {
        whole: index.is_whole(),
        read: count(index.articles()),
        total: count(pairs.len()),
        pairs: shown.collect::<Result<_, Problem>>()?,
    };
    open.likeness = Some(index);
    Ok(page)
}

/// The articles that a text has much in common with, the most first.
pub fn near_to(app: &mut App, request: Pasted) -> Result<NearTo, Problem> {
    if app.open.is_none() {
        return Ok(NearTo {
            whole: true,
            near: Vec::new(),
        });
    }
    let text = Text::new(intake::normalised(&request.text)?.text);
    let mut skipped: Vec<Extent> = boilerplate::propose(&text, None)
        .iter()
        .filter(|proposal| proposal.kind == ZoneKind::Skip)
        .map(|proposal| proposal.extent)
        .collect();
    skipped.sort_unstable_by_key(|extent| extent.start);
    let shingles = Shingles::of(text.outside(&skipped));
    let open = app.opened()?;
    let whole = read_further(open)?;
    Ok(NearTo {
        whole,
        near: like(open, &shingles)?,
    })
}

/// Reads some more articles; answers whether all are read.
pub(super) fn read_further(open: &mut OpenProject) -> Result<bool, Problem> {
    let index = read_on(open)?;
    let whole = index.is_whole();
    open.likeness = Some(index);
    Ok(whole)
}

/// The articles read that have much in common with a text, the most first.
pub(super) fn like(open: &OpenProject, shingles: &Shingles) -> Result<Vec<LikeArticle>, Problem> {
    let near = open.likeness.as_ref().map(|index| index.near(shingles));
    let near = near.into_iter().flatten().take(LIKE);
    near.map(|(id, shared)| {
        Ok(LikeArticle {
            article: article(open, id)?,
            percent: percent(shared),
        })
    })
    .collect()
}

/// Two articles line beside line.
pub fn compare_articles(app: &mut App, request: ComparePair) -> Result<Vec<BesideView>, Problem> {
    let open = app.opened()?;
    let first = open.project.text(request.first)?;
    let second = open.project.text(request.second)?;
    let pieces = |line: Option<Vec<Piece>>| -> Option<Vec<PieceView>> {
        let pieces = line?.into_iter();
        Some(
            pieces
                .map(|piece| PieceView {
                    text: piece.text,
                    differs: piece.differs,
                })
                .collect(),
        )
    };
    let rows = difference::beside(&first, &second).into_iter();
    Ok(rows
        .map(|row| BesideView {
            first: pieces(row.first),
            second: pieces(row.second),
        })
        .collect())
}

/// The index as the project is now, with some more articles read.
fn read_on(open: &mut OpenProject) -> Result<LikenessIndex, Problem> {
    let mut index = match open.likeness.take() {
        Some(mut index) => match index.follow(&mut open.project)? {
            true => index,
            false => LikenessIndex::new(&mut open.project)?,
        },
        None => LikenessIndex::new(&mut open.project)?,
    };
    let begun = Instant::now();
    while !index.is_whole() {
        index.read_on(&open.project, ARTICLES)?;
        if begun.elapsed() > READING {
            break;
        }
    }
    Ok(index)
}

fn article(open: &OpenProject, id: DocumentId) -> Result<NearArticle, Problem> {
    let document = open.project.document(id)?;
    let stated = |key: &str| document.metadata.get(key).cloned().unwrap_or_default();
    Ok(NearArticle {
        id,
        outlet: stated("outlet"),
        published: stated("published"),
        title: document.title,
    })
}

/// Whole hundredths, downwards: only what is all there is all there.
pub(super) fn percent(shared: f64) -> u32 {
    (0..=100_u32)
        .rev()
        .find(|percent| f64::from(*percent) <= shared * 100.0 + 1e-9)
        .unwrap_or(0)
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
