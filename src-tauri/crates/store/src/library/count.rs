//! How many articles there are of each kind.

use super::Article;
use super::filter::Misses;
use postil_core::layer::LayerStatus;
use std::collections::BTreeMap;

/// How many articles would be listed if this part of the filter were so and
/// the rest as it is. Labels and flags are counted where spans are read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LibraryCounts {
    /// By status: new, started, done.
    pub statuses: [u32; 3],
    /// By language tag; `und` where it is not known.
    pub languages: BTreeMap<String, u32>,
    /// By outlet; empty where it is not known.
    pub outlets: BTreeMap<String, u32>,
    /// By label.
    pub labels: BTreeMap<String, u32>,
    /// By flag; `note` for a note.
    pub flags: BTreeMap<String, u32>,
}

impl LibraryCounts {
    pub(super) fn count(&mut self, article: &Article, misses: Misses) {
        let [new, started, done] = &mut self.statuses;
        if misses.only(|misses| misses.status = false) {
            *match article.status {
                LayerStatus::New => new,
                LayerStatus::Started => started,
                LayerStatus::Done => done,
            } += 1;
        }
        if misses.only(|misses| misses.language = false) {
            let language = match article.language.as_str() {
                "" => "und",
                known => known,
            };
            one_more(&mut self.languages, language);
        }
        if misses.only(|misses| misses.outlet = false) {
            one_more(&mut self.outlets, &article.outlet);
        }
        let Some(marks) = &article.marks else {
            return;
        };
        if misses.only(|misses| misses.label = false) {
            for label in marks.labels.keys() {
                one_more(&mut self.labels, label);
            }
        }
        if misses.only(|misses| misses.flag = false) {
            for flag in &marks.flags {
                one_more(&mut self.flags, flag);
            }
        }
    }
}

fn one_more(counts: &mut BTreeMap<String, u32>, of: &str) {
    match counts.get_mut(of) {
        Some(count) => *count += 1,
        None => drop(counts.insert(of.to_owned(), 1)),
    }
}
