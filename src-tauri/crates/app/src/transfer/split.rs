//! Parts of an export: which articles go where.

use super::Selection;
use crate::problem::Problem;
use postil_core::bundle::Bundle;
use postil_core::id::DocumentId;
use postil_core::split::{Dealt, deal};
use postil_store::{NearGroups, Project};
use std::collections::BTreeSet;

/// What is spread evenly over the parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stratum {
    /// Languages.
    Language,
    /// Which labels an article has.
    Label,
}

/// Which articles go into which part.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Dealing {
    /// For each part its articles.
    pub parts: Vec<Vec<DocumentId>>,
    /// How many articles stay with others because their texts are nearly the
    /// same.
    pub together: u32,
}

/// Deals the articles that `selection` takes out to parts with these shares.
/// Near duplicates, as the library lists them, are never parted.
///
/// # Errors
/// When the project cannot be read.
pub fn deal_out(
    project: &Project,
    selection: &Selection,
    shares: &[u32],
    seed: &str,
    strata: &BTreeSet<Stratum>,
) -> Result<Dealing, Problem> {
    let bundles = project.bundles();
    let (mut articles, mut near) = (Vec::new(), NearGroups::default());
    for id in project.document_ids()? {
        let Some(bundle) = selection.one_of(&bundles, id)? else {
            continue;
        };
        near.add(&bundle.text, &bundle.zones);
        articles.push(Dealt {
            document: id,
            uid: bundle.document.uid,
            stratum: strata
                .iter()
                .map(|stratum| stratum.of(&bundle))
                .collect::<Vec<_>>()
                .join("\n"),
            group: None,
        });
    }
    let mut together = 0;
    for (article, group) in articles.iter_mut().zip(near.numbers()) {
        together += u32::from(group.is_some());
        article.group = group;
    }
    Ok(Dealing {
        parts: deal(&articles, shares, seed),
        together,
    })
}

impl Stratum {
    fn of(self, article: &Bundle) -> String {
        match self {
            Self::Language => {
                let mut marks = article.languages.iter();
                let whole = marks.find(|mark| mark.extent.is_none());
                whole.map_or_else(String::new, |mark| mark.tag.clone())
            }
            Self::Label => {
                let spans = article.layers.iter().flat_map(|layer| &layer.spans);
                let labels: BTreeSet<&str> = spans.map(|span| span.label.as_str()).collect();
                labels.into_iter().collect::<Vec<_>>().join(" ")
            }
        }
    }
}
