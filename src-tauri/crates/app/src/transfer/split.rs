//! Parts of an export: which articles go where.

use super::{Selection, counted};
use crate::problem::Problem;
use crate::progress::Progress;
use postil_core::bundle::Bundle;
use postil_core::id::DocumentId;
use postil_core::split::{Dealt, deal};
use postil_store::{NearGroups, Project};
use std::collections::{BTreeMap, BTreeSet};

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
    /// These articles, group by group.
    pub groups: Vec<Vec<DocumentId>>,
}

/// Deals the articles that `selection` takes out to parts with these shares.
/// Near duplicates, as the library lists them, are never parted.
///
/// # Errors
/// When the project cannot be read, or the work is stopped.
pub fn deal_out(
    project: &Project,
    selection: &Selection,
    shares: &[u32],
    seed: &str,
    strata: &BTreeSet<Stratum>,
    progress: &Progress,
) -> Result<Dealing, Problem> {
    let bundles = project.bundles();
    let mut dealer = Dealer::new(strata.clone());
    for id in project.document_ids()? {
        progress.go_on()?;
        if let Some(bundle) = selection.one_of(&bundles, id)? {
            dealer.take(&bundle);
        }
    }
    Ok(dealer.deal(shares, seed))
}

/// Takes articles one after another and deals them out in the end; of each it
/// keeps some hundred numbers.
#[derive(Debug)]
pub(super) struct Dealer {
    strata: BTreeSet<Stratum>,
    articles: Vec<Dealt>,
    near: NearGroups,
}

impl Dealer {
    pub fn new(strata: BTreeSet<Stratum>) -> Self {
        Self {
            strata,
            articles: Vec::new(),
            near: NearGroups::default(),
        }
    }

    pub fn take(&mut self, article: &Bundle) {
        self.near.add(&article.text, &article.zones);
        let strata = self.strata.iter().map(|stratum| stratum.of(article));
        self.articles.push(Dealt {
            document: article.document.id,
            uid: article.document.uid,
            stratum: strata.collect::<Vec<_>>().join("\n"),
            group: None,
        });
    }

    pub fn deal(mut self, shares: &[u32], seed: &str) -> Dealing {
        let mut together = BTreeMap::<u32, Vec<DocumentId>>::new();
        for (article, group) in self.articles.iter_mut().zip(self.near.numbers()) {
            article.group = group;
            if let Some(group) = group {
                together.entry(group).or_default().push(article.document);
            }
        }
        Dealing {
            parts: deal(&self.articles, shares, seed),
            together: counted(together.values().map(Vec::len).sum()),
            groups: together.into_values().collect(),
        }
    }
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
