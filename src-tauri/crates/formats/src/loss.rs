//! What a format cannot hold, counted.

use std::collections::BTreeMap;

/// Examples kept of one kind of loss.
const EXAMPLES: usize = 3;

/// Characters of an example that are shown.
const EXAMPLE_LENGTH: usize = 80;

/// A kind of thing that is not written, or was not understood on reading.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Lost {
    /// Articles that correct another one's text: which one.
    VersionOf,
    /// Layers: answers about the whole article.
    Answers,
    /// Layers: the time spent on them.
    ActiveTime,
    /// Questions for the team; that one is open is written.
    Question,
    /// Keys of the file that this version does not know.
    UnknownKey,
    /// Articles without a claim in any layer.
    ArticleWithoutClaim,
    /// Texts of articles, outside their claims.
    ArticleText,
    /// Metadata beyond outlet and date.
    Metadata,
    /// Languages of paragraphs.
    ParagraphLanguage,
    /// Zones.
    Zone,
    /// Spans that are no claim and that no claim is linked to.
    UnlinkedSpan,
    /// Values and notes of spans that are no claim.
    MentionDetail,
    /// Links that have no column.
    Link,
    /// Values and notes of links.
    LinkDetail,
    /// Cells that a spreadsheet would have taken for a formula: a `'` stands
    /// before them.
    Neutralised,
    /// Languages of whole articles.
    Language,
    /// Spans in several fragments: that these are one span.
    Discontinuous,
    /// Spans inside others.
    Nested,
    /// Spans that share text with one that starts before.
    Overlapping,
    /// Links between spans.
    SpanLink,
    /// Links to an entity that is not mentioned, to the author, or to nobody.
    OtherTarget,
    /// Values of spans.
    Attribute,
    /// Values and links: that a rule set them.
    ByRule,
    /// Notes of spans.
    Note,
    /// Flags of spans.
    Flag,
    /// Whom spans mention.
    Entity,
    /// What is known of entities beyond their names.
    EntityDetail,
    /// Layers: that they are done, or gold.
    LayerState,
    /// Line ends at the edge of a span, or in a note, written as spaces or left out.
    LineEnd,
    /// Spans whose ends had to be moved to the ends of words.
    Edge,
    /// Spans that the format has no room for.
    Dropped,
    /// Read past: annotations that mark nothing in the text.
    MarksNothing,
    /// Read past: lines of a kind that Postil has no place for.
    UnknownLine,
    /// Characters that XML does not have: a space stands for each.
    ForbiddenCharacter,
    /// Read past: parts of a record that Postil has no place for.
    NoPlace,
}

impl Lost {
    /// A name for messages and scripts.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::VersionOf => "version_of",
            Self::Answers => "answers",
            Self::ActiveTime => "active_time",
            Self::Question => "question",
            Self::UnknownKey => "unknown_key",
            Self::ArticleWithoutClaim => "article_without_claim",
            Self::ArticleText => "article_text",
            Self::Metadata => "metadata",
            Self::ParagraphLanguage => "paragraph_language",
            Self::Zone => "zone",
            Self::UnlinkedSpan => "unlinked_span",
            Self::MentionDetail => "mention_detail",
            Self::Link => "link",
            Self::LinkDetail => "link_detail",
            Self::Neutralised => "neutralised",
            Self::Language => "language",
            Self::Discontinuous => "discontinuous",
            Self::Nested => "nested",
            Self::Overlapping => "overlapping",
            Self::SpanLink => "span_link",
            Self::OtherTarget => "other_target",
            Self::Attribute => "attribute",
            Self::ByRule => "by_rule",
            Self::Note => "note",
            Self::Flag => "flag",
            Self::Entity => "entity",
            Self::EntityDetail => "entity_detail",
            Self::LayerState => "layer_state",
            Self::LineEnd => "line_end",
            Self::Edge => "edge",
            Self::Dropped => "dropped",
            Self::MarksNothing => "marks_nothing",
            Self::UnknownLine => "unknown_line",
            Self::ForbiddenCharacter => "forbidden_character",
            Self::NoPlace => "no_place",
        }
    }
}

/// One kind of loss.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Loss {
    /// What is lost.
    pub what: Lost,
    /// How many times.
    pub count: usize,
    /// The first few, each cut to 80 characters.
    pub examples: Vec<String>,
}

/// All losses of one export or import.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Losses {
    kinds: BTreeMap<Lost, Loss>,
}

impl Losses {
    /// Nothing lost yet.
    #[must_use]
    pub const fn new() -> Self {
        Self {
            kinds: BTreeMap::new(),
        }
    }

    /// Counts one; `example` is asked for only while examples are wanted.
    pub fn add(&mut self, what: Lost, example: impl FnOnce() -> String) {
        let loss = self.kinds.entry(what).or_insert_with(|| Loss {
            what,
            count: 0,
            examples: Vec::new(),
        });
        loss.count += 1;
        if loss.examples.len() < EXAMPLES {
            loss.examples.push(shortened(&example()));
        }
    }

    /// Adds what another count found.
    pub fn merge(&mut self, other: Self) {
        for (what, theirs) in other.kinds {
            let loss = self.kinds.entry(what).or_insert_with(|| Loss {
                what,
                count: 0,
                examples: Vec::new(),
            });
            loss.count += theirs.count;
            let room = EXAMPLES.saturating_sub(loss.examples.len());
            loss.examples.extend(theirs.examples.into_iter().take(room));
        }
    }

    /// The losses in the order of [`Lost`].
    pub fn iter(&self) -> impl Iterator<Item = &Loss> {
        self.kinds.values()
    }

    /// How many times `what` was lost.
    #[must_use]
    pub fn count(&self, what: Lost) -> usize {
        self.kinds.get(&what).map_or(0, |loss| loss.count)
    }

    /// The losses as a table: kind, count and examples, with tabs between.
    #[must_use]
    pub fn report(&self) -> String {
        let mut report = "lost\tcount\texamples\n".to_owned();
        for loss in self.iter() {
            let examples = loss
                .examples
                .iter()
                .map(|example| example.replace('\t', " "));
            let examples: Vec<String> = examples.collect();
            let line = format!(
                "{}\t{}\t{}\n",
                loss.what.id(),
                loss.count,
                examples.join(" ¦ ")
            );
            report.push_str(&line);
        }
        report
    }

    /// Whether nothing is lost.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.kinds.is_empty()
    }
}

/// At most 80 characters on one line.
pub(crate) fn shortened(text: &str) -> String {
    let line = text.replace(['\n', '\u{2028}', '\u{2029}'], " ");
    match line.char_indices().nth(EXAMPLE_LENGTH) {
        Some((cut, _)) => format!("{}…", &line[..cut]),
        None => line,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_go_on_when_examples_stop() {
        let mut losses = Losses::default();
        for number in 0..5 {
            losses.add(Lost::Zone, || format!("zone {number}"));
        }
        let mut other = Losses::default();
        other.add(Lost::Zone, || "later".to_owned());
        other.add(Lost::Answers, || "北京\n".repeat(60));
        losses.merge(other);
        let kinds: Vec<_> = losses.iter().map(|loss| (loss.what, loss.count)).collect();
        assert_eq!(kinds, [(Lost::Answers, 1), (Lost::Zone, 6)]);
        let zone = losses.iter().nth(1).map(|loss| loss.examples.clone());
        assert_eq!(zone.unwrap(), ["zone 0", "zone 1", "zone 2"]);
        let cut = &losses.iter().next().unwrap().examples[0];
        assert_eq!(cut.chars().count(), 81);
        assert!(!cut.contains('\n'));
    }
}
