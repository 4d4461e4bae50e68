//! What of a project goes into a data set. A choice drops annotations and whole articles,
//! never characters: offsets hold over the whole stored text.

#[cfg(test)]
mod tests;

use crate::bundle::{Bundle, LayerBundle};
use crate::document::{ZoneKind, ZoneState};
use crate::id::{AnnotatorId, DocumentId, SpanId, Uid};
use crate::layer::{LayerKind, LayerStatus};
use crate::link::Target;
use crate::span::{Flag, Span};
use crate::text::{Extent, sha256};
use std::collections::{BTreeMap, BTreeSet, HashSet};

/// What goes out. Each empty list or absent bound lets everything through, so the default
/// is all there is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choice {
    /// These articles.
    pub documents: Option<BTreeSet<DocumentId>>,
    /// Layers with one of these statuses; a gold layer counts as done.
    pub statuses: BTreeSet<LayerStatus>,
    /// Spans with one of these labels.
    pub labels: BTreeSet<String>,
    /// Articles in one of these languages: BCP 47; `zh` takes `zh-Hant` along.
    pub languages: BTreeSet<String>,
    /// Spans with at least one of these flags.
    pub with_flags: BTreeSet<Flag>,
    /// Spans with none of these flags.
    pub without_flags: BTreeSet<Flag>,
    /// Articles published on this date or later: ISO 8601, as far as it matters.
    pub from: Option<String>,
    /// Articles published on this date or earlier: ISO 8601, as far as it matters.
    pub to: Option<String>,
    /// Leaves out what is marked where the article is not.
    pub without_skipped: bool,
    /// What annotators are called instead of their names.
    pub pseudonyms: BTreeMap<AnnotatorId, String>,
}

impl Choice {
    /// What of an article goes out; `None` if nothing does. An article whose chosen layers
    /// hold nothing goes out empty, because somebody found nothing in it; one without such
    /// a layer does not, where a status is asked for.
    #[must_use]
    pub fn of(&self, mut article: Bundle) -> Option<Bundle> {
        if !self.takes(&article) {
            return None;
        }
        if !self.statuses.is_empty() {
            let further = &mut article.annotators;
            article.layers.retain(|layer| {
                let gold = layer.layer.kind == LayerKind::Gold;
                let status = if gold {
                    LayerStatus::Done
                } else {
                    layer.layer.status
                };
                let wanted = self.statuses.contains(&status);
                if !wanted {
                    further.push(layer.annotator.clone());
                }
                wanted
            });
            further.retain(|one| {
                let mut own = article.layers.iter().map(|layer| layer.annotator.id);
                !own.any(|id| id == one.id)
            });
            further.sort_by_key(|one| one.uid);
            further.dedup();
            if article.layers.is_empty() {
                return None;
            }
        }
        let skipped: Vec<Extent> = article
            .zones
            .iter()
            .filter(|zone| zone.kind == ZoneKind::Skip && zone.state != ZoneState::Refused)
            .filter(|_| self.without_skipped)
            .map(crate::document::Zone::extent)
            .collect();
        for layer in &mut article.layers {
            self.thin(layer, &skipped);
        }
        let own = article.layers.iter_mut().map(|layer| &mut layer.annotator);
        for annotator in own.chain(&mut article.annotators) {
            if let Some(name) = self.pseudonyms.get(&annotator.id) {
                annotator.uid = disguised(annotator.uid);
                annotator.name.clone_from(name);
            }
        }
        Some(article)
    }

    /// Whether anything is left out by what was asked for, a part of a split aside.
    #[must_use]
    pub fn asks(&self) -> bool {
        let anything = Self {
            documents: self.documents.clone(),
            pseudonyms: self.pseudonyms.clone(),
            ..Self::default()
        };
        self.documents.is_none() && *self != anything
    }

    /// Whether an article may go out, as far as its row id tells.
    #[must_use]
    pub fn names(&self, document: DocumentId) -> bool {
        let documents = self.documents.as_ref();
        documents.is_none_or(|documents| documents.contains(&document))
    }

    fn takes(&self, article: &Bundle) -> bool {
        let document = &article.document;
        let published = document.metadata.get("published").map(String::as_str);
        let language = article
            .languages
            .iter()
            .find(|mark| mark.extent.is_none())
            .map_or(crate::language::UNDETERMINED, |mark| mark.tag.as_str());
        self.names(document.id)
            && (self.languages.is_empty() || self.languages.iter().any(|tag| covers(tag, language)))
            && self.from.as_deref().is_none_or(|from| {
                published.is_some_and(|date| as_far(date, from) >= as_far(from, date))
            })
            && self
                .to
                .as_deref()
                .is_none_or(|to| published.is_some_and(|date| as_far(date, to) <= as_far(to, date)))
    }

    fn wants(&self, span: &Span, skipped: &[Extent]) -> bool {
        (self.labels.is_empty() || self.labels.contains(&span.label))
            && (self.with_flags.is_empty() || !self.with_flags.is_disjoint(&span.flags))
            && self.without_flags.is_disjoint(&span.flags)
            && !span
                .extents()
                .all(|extent| skipped.iter().any(|zone| zone.contains_extent(extent)))
    }

    /// Takes away spans that are not wanted. A link to one keeps its entity if it has one.
    fn thin(&self, layer: &mut LayerBundle, skipped: &[Extent]) {
        let before = layer.spans.len();
        layer.spans.retain(|span| self.wants(span, skipped));
        if layer.spans.len() == before {
            return;
        }
        let there: BTreeSet<SpanId> = layer.spans.iter().map(|span| span.id).collect();
        layer
            .questions
            .retain(|question| there.contains(&question.span));
        let mut links = std::mem::take(&mut layer.links);
        let mut slots: HashSet<_> = links
            .iter()
            .map(|link| (link.head, link.kind.clone(), link.target))
            .collect();
        links.retain_mut(|link| {
            if !there.contains(&link.head) {
                return false;
            }
            let Target::Mention { span, entity } = link.target else {
                return true;
            };
            if there.contains(&span) {
                return true;
            }
            let Some(entity) = entity.map(Target::Entity) else {
                return false;
            };
            link.target = entity;
            slots.insert((link.head, link.kind.clone(), entity))
        });
        layer.links = links;
    }
}

/// A to An, by the time they were first known.
#[must_use]
pub fn pseudonyms(
    annotators: impl IntoIterator<Item = (AnnotatorId, Uid)>,
    named: &BTreeSet<AnnotatorId>,
) -> BTreeMap<AnnotatorId, String> {
    let mut annotators: Vec<_> = annotators.into_iter().collect();
    annotators.sort_by_key(|(_, uid)| *uid);
    (1..)
        .zip(annotators)
        .filter(|(_, (id, _))| !named.contains(id))
        .map(|(number, (id, _)): (u32, _)| (id, format!("A{number}")))
        .collect()
}

/// Another uid, always the same for the same one: layers of one person stay together.
fn disguised(uid: Uid) -> Uid {
    let digest = sha256(&format!("annotator {uid}"));
    let mut bytes = [0; 16];
    for (byte, pair) in bytes.iter_mut().zip(digest.as_bytes().chunks(2)) {
        let pair = std::str::from_utf8(pair).unwrap_or_default();
        *byte = u8::from_str_radix(pair, 16).unwrap_or_default();
    }
    Uid::from_bytes(bytes)
}

/// Whether a tag is another or the beginning of it.
fn covers(asked: &str, tag: &str) -> bool {
    let length = asked.len();
    tag.get(..length)
        .is_some_and(|start| start.eq_ignore_ascii_case(asked))
        && matches!(tag.as_bytes().get(length), None | Some(b'-'))
}

/// A date as far as the other is known.
fn as_far<'a>(date: &'a str, other: &str) -> &'a str {
    date.get(..other.len()).unwrap_or(date)
}
