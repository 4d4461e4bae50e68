//! Which tokens the spans of a layer take, and what has no room.

use super::tags::Run;
use crate::jsonl::write::in_order;
use crate::loss::{Losses, Lost, shortened};
use crate::tokens::tokens;
use postil_core::bundle::{Bundle, LayerBundle};
use postil_core::id::SpanId;
use postil_core::scheme::Scheme;
use postil_core::span::Span;
use postil_core::text::{Extent, Text};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// The tokens of an article, by sentence.
pub struct Words {
    /// The text.
    pub text: Text,
    /// Tokens without white space, in order.
    pub tokens: Vec<Extent>,
    /// The number of the first token of each sentence.
    pub sentences: Vec<usize>,
}

impl Words {
    /// Those of an article.
    pub fn of(bundle: &Bundle) -> Self {
        let text = Text::new(bundle.text.as_str());
        let all = tokens(&text, &BTreeSet::new()).into_iter();
        let tokens: Vec<Extent> = all
            .filter(|token| {
                let word = text.slice(*token).unwrap_or_default();
                !word.chars().all(|c| c.is_whitespace() || c.is_control())
            })
            .collect();
        let lines = 0..text.line_count();
        let sentences = lines.flat_map(|line| text.sentences(line));
        let starts: BTreeSet<usize> = sentences
            .map(|sentence| tokens.partition_point(|token| token.start < sentence.start))
            .chain([0])
            .filter(|first| *first < tokens.len())
            .collect();
        Self {
            sentences: starts.into_iter().collect(),
            text,
            tokens,
        }
    }

    /// The sentences as first token and the one after the last.
    pub fn ranges(&self) -> Vec<(usize, usize)> {
        let ends = self
            .sentences
            .iter()
            .skip(1)
            .copied()
            .chain([self.tokens.len()]);
        self.sentences.iter().copied().zip(ends).collect()
    }

    /// A token's word. Columns are parted by white space, so what a token
    /// has of it becomes `_`.
    pub fn word(&self, token: Extent) -> String {
        let word = self.text.slice(token).unwrap_or_default();
        word.replace(|c: char| c.is_whitespace() || c.is_control(), "_")
    }
}

/// The runs of a layer.
#[derive(Default)]
pub struct Plan {
    /// By label, in text order, none of a label over another one.
    pub runs: BTreeMap<String, Vec<Run>>,
    /// The label and the number in its file, from 1, of each span's first run.
    pub first: HashMap<SpanId, (String, usize)>,
    /// What had no room or was moved.
    pub losses: Losses,
}

impl Plan {
    /// Plans a layer: of spans of one label that overlap, the longest stays.
    pub fn of(words: &Words, layer: &LayerBundle, scheme: &Scheme) -> Self {
        let mut plan = Self::default();
        let mut spans = in_order(layer);
        spans.sort_by_key(|span| Reverse(span.extents().map(Extent::len).sum::<u32>()));
        let mut owners: BTreeMap<(String, usize), SpanId> = BTreeMap::new();
        for span in spans {
            if scheme.label(&span.label).is_none_or(|label| label.zone) {
                plan.losses.add(Lost::Dropped, || shortened(&span.quote()));
                continue;
            }
            let runs = plan.runs_of(words, span);
            let own = plan.runs.entry(span.label.clone()).or_default();
            let taken = |run: &Run| own.iter().any(|other| other.0 <= run.1 && run.0 <= other.1);
            if runs.is_empty() || runs.iter().any(taken) {
                plan.losses.add(Lost::Dropped, || shortened(&span.quote()));
                continue;
            }
            if let Some((first, ..)) = runs.first() {
                owners.insert((span.label.clone(), *first), span.id);
            }
            own.extend(runs);
        }
        for (label, runs) in &mut plan.runs {
            runs.sort();
            for (at, (first, ..)) in runs.iter().enumerate() {
                if let Some(span) = owners.get(&(label.clone(), *first)) {
                    plan.first.insert(*span, (label.clone(), at + 1));
                }
            }
        }
        plan
    }

    /// The runs of a span's fragments, cut at sentence ends.
    fn runs_of(&mut self, words: &Words, span: &Span) -> Vec<Run> {
        let mut runs: Vec<Run> = Vec::new();
        let mut moved = false;
        for extent in span.extents() {
            let first = words
                .tokens
                .partition_point(|token| token.end <= extent.start);
            let after = words
                .tokens
                .partition_point(|token| token.start < extent.end);
            let Some(last) = after.checked_sub(1).filter(|last| *last >= first) else {
                moved = true;
                continue;
            };
            let ends = words.tokens.get(first).zip(words.tokens.get(last));
            moved |= ends
                .is_none_or(|(one, other)| one.start != extent.start || other.end != extent.end);
            // Two fragments may lie in one token.
            let first = runs
                .last()
                .map_or(first, |(_, before, _)| first.max(before + 1));
            let mut from = first;
            for start in words
                .sentences
                .iter()
                .filter(|start| first < **start && **start <= last)
            {
                runs.push((from, start - 1, span.label.clone()));
                from = *start;
            }
            if from <= last {
                runs.push((from, last, span.label.clone()));
            }
        }
        if moved {
            self.losses.add(Lost::Edge, || shortened(&span.quote()));
        }
        if runs.len() > span.fragments.len() {
            self.losses
                .add(Lost::Discontinuous, || shortened(&span.quote()));
        }
        runs
    }
}
