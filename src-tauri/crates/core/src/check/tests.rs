//! Each check on a text that has what it looks for, and beside it one that
//! has not.

use super::*;
use crate::attribute::{Attribute, Attributes};
use crate::document::{ZoneKind, ZoneState};
use crate::id::{DocumentId, EntityId, LayerId, LinkId, Uid, ZoneId};
use crate::link::{Link, Special, Target};
use crate::scheme::DEFAULT;
use crate::span::fragments;
use crate::text::CodePoint;
use std::collections::BTreeSet;

struct Article {
    text: Text,
    annotations: Annotations,
    entities: Vec<Entity>,
    zones: Vec<Zone>,
    count: u32,
}

impl Article {
    fn new(content: &str) -> Self {
        Self {
            text: Text::new(content),
            annotations: Annotations::default(),
            entities: Vec::new(),
            zones: Vec::new(),
            count: 0,
        }
    }

    fn place(&self, piece: &str) -> Extent {
        let byte = self.text.as_str().find(piece).unwrap();
        let end = self.text.code_point(byte + piece.len()).unwrap();
        let start = self.text.code_point(byte).unwrap();
        Extent { start, end }
    }

    /// Marks the first occurrence of each piece as one span.
    fn mark(&mut self, label: &str, pieces: &[&str], value: Option<(&str, &str)>) -> SpanId {
        self.count += 1;
        let extents = pieces.iter().map(|piece| self.place(piece)).collect();
        let attributes: Attributes = value
            .into_iter()
            .map(|(id, value)| (id.to_owned(), Attribute::by_hand(value)))
            .collect();
        let id = SpanId(self.count);
        self.annotations.put_span(Span {
            id,
            uid: Uid::default(),
            layer: LayerId(1),
            label: label.to_owned(),
            fragments: fragments(&self.text, extents).unwrap(),
            attributes,
            entity: None,
            note: String::new(),
            flags: BTreeSet::new(),
            scheme_version: 1,
        });
        id
    }

    fn link(&mut self, kind: &str, head: SpanId, target: Target) {
        self.count += 1;
        self.annotations.put_link(Link {
            id: LinkId(self.count),
            uid: Uid::default(),
            layer: LayerId(1),
            kind: kind.to_owned(),
            head,
            target,
            attributes: Attributes::new(),
            note: String::new(),
            by_rule: false,
        });
    }

    fn entity(&mut self, id: u32, name: &str, attribute: (&str, &str)) -> EntityId {
        self.entities.push(Entity {
            id: EntityId(id),
            uid: Uid::default(),
            kind: "person".to_owned(),
            name: name.to_owned(),
            aliases: Vec::new(),
            attributes: Attributes::from([(
                attribute.0.to_owned(),
                Attribute::by_hand(attribute.1),
            )]),
            note: String::new(),
            merged_into: None,
        });
        EntityId(id)
    }

    fn name(&mut self, span: SpanId, entity: EntityId) {
        let named = Span {
            entity: Some(entity),
            ..self.annotations.span(span).unwrap().clone()
        };
        self.annotations.put_span(named);
    }

    fn found(&self, check: Check) -> Vec<Finding> {
        self.found_by(&Scheme::parse(DEFAULT).unwrap(), check)
    }

    fn found_by(&self, scheme: &Scheme, check: Check) -> Vec<Finding> {
        let subject = Subject {
            scheme,
            text: &self.text,
            annotations: &self.annotations,
            entities: &self.entities,
            zones: &self.zones,
        };
        findings(&subject)
            .into_iter()
            .filter(|finding| finding.check == check)
            .collect()
    }

    fn spans(&self, check: Check) -> Vec<SpanId> {
        self.found(check)
            .iter()
            .map(|finding| finding.span)
            .collect()
    }
}

#[test]
fn a_claim_is_open_until_its_source_is_decided() {
    let mut article = Article::new("Rain came. Snow came. Hail came.");
    let open = article.mark("claim", &["Rain came"], None);
    let author = article.mark("claim", &["Snow came"], None);
    article.link("said_by", author, Target::Special(Special::Author));
    let nobody = article.mark("claim", &["Hail came"], None);
    article.link("said_by", nobody, Target::Special(Special::NotGiven));
    assert_eq!(article.spans(Check::ClaimWithoutSourceDecision), [open]);
}

#[test]
fn a_cue_needs_a_claim() {
    let mut article = Article::new("Vale said it rained, Kern added.");
    let claim = article.mark("claim", &["it rained"], None);
    let said = article.mark("cue", &["said"], None);
    let target = Target::Mention {
        span: said,
        entity: None,
    };
    article.link("cued_by", claim, target);
    let added = article.mark("cue", &["added"], None);
    assert_eq!(article.spans(Check::CueWithoutClaim), [added]);
}

#[test]
fn a_place_that_stands_for_someone_says_for_whom() {
    let mut article = Article::new("Oster and Veldan spoke in Kest.");
    let open = article.mark("place", &["Oster"], Some(("sense", "metonymic")));
    let known = article.mark("place", &["Veldan"], Some(("sense", "metonymic")));
    article.link("stands_for", known, Target::Entity(EntityId(1)));
    article.mark("place", &["Kest"], Some(("sense", "literal")));
    assert_eq!(article.spans(Check::MetonymicPlaceWithoutStandsFor), [open]);
}

#[test]
fn an_interrupted_quotation_pairs_over_its_fragments() {
    let direct = Some(("form", "direct"));
    let check = Check::UnbalancedQuotationInDirectClaim;
    for (content, pieces, open) in [
        ("“We stay,” he said.", &["“We stay,”"][..], false),
        ("“We stay,” he said.", &["“We stay,"], true),
        ("“We stay,” he said.", &["We stay"], false),
        // It opens in the first fragment and closes in the last.
        (
            "“We stay, he said, and win.”",
            &["“We stay", "and win.”"],
            false,
        ),
        (
            "“We stay, he said, and win.”",
            &["“We stay", "and win."],
            true,
        ),
        (
            "«Мы остаёмся», сказал он, «и ждём».",
            &["«Мы остаёмся»", "«и ждём»"],
            false,
        ),
        ("“One.\n\n“Two.”\n", &["“One.\n\n“Two.”"], false),
        ("他说：「我们留下。」", &["「我们留下。"], true),
        (
            "It is “the parties’ call,” he said.",
            &["“the parties’ call,”"],
            false,
        ),
    ] {
        let mut article = Article::new(content);
        article.mark("claim", pieces, direct);
        assert_eq!(article.spans(check).len(), usize::from(open), "{pieces:?}");
    }
    let mut indirect = Article::new("“We stay,” he said.");
    indirect.mark("claim", &["“We stay,"], Some(("form", "mixed")));
    assert_eq!(indirect.spans(check), []);
}

#[test]
fn white_space_at_an_edge_is_shown_at_its_fragment() {
    let mut article = Article::new("We stay, he said, and win.");
    article.mark("claim", &["We stay", " and win"], None);
    article.mark("speaker", &["he"], None);
    let found = article.found(Check::EdgeWhiteSpace);
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].extent, article.place(" and win"));
}

#[test]
fn a_name_that_stands_elsewhere_is_counted_once_outside_skip_zones() {
    let content =
        "Ilse Brandt spoke. We welcome Ilse Brandt. He saw Ilse Brandtson.\nMore: Ilse Brandt";
    let mut article = Article::new(content);
    article.mark("speaker", &["Ilse Brandt"], Some(("mention", "name")));
    article.mark("speaker", &["He"], Some(("mention", "pronoun")));
    let zone = article.place("More: Ilse Brandt");
    let found = article.found(Check::SameStringUnmarkedElsewhere);
    assert_eq!((found.len(), found[0].count), (1, 2));
    article.zones.push(Zone {
        id: ZoneId(1),
        uid: Uid::default(),
        document: DocumentId(1),
        start: zone.start,
        end: zone.end,
        kind: ZoneKind::Skip,
        reason: String::new(),
        state: ZoneState::Proposed,
        by: None,
    });
    let found = article.found(Check::SameStringUnmarkedElsewhere);
    assert_eq!((found.len(), found[0].count), (1, 1));
    assert_eq!(found[0].extent, Extent::of(30, 41));
    article.zones[0].start = CodePoint(0);
    assert_eq!(article.found(Check::SameStringUnmarkedElsewhere), []);
}

#[test]
fn a_name_in_a_script_without_capitals_is_known_by_its_entity() {
    let mut article = Article::new("王毅说，官员说。王毅走了，官员也走了。北京很冷，北京下雪。");
    let entity = article.entity(1, "王毅", ("wikidata", "Q1"));
    let wang = article.mark("speaker", &["王毅"], None);
    article.name(wang, entity);
    article.mark("speaker", &["官员"], None);
    let beijing = article.mark("place", &["北京"], None);
    assert_eq!(
        article.spans(Check::SameStringUnmarkedElsewhere),
        [wang, beijing]
    );
}

#[test]
fn two_entities_with_one_identifier_are_told_at_their_mentions() {
    let mut article = Article::new("Brandt spoke. Mayor Ilse spoke. Kern spoke.");
    let brandt = article.entity(1, "Ilse Brandt", ("wikidata", "Q7"));
    let mayor = article.entity(2, "Mayor", ("wikidata", " Q7"));
    let kern = article.entity(3, "Kern", ("geonames", "Q7"));
    let first = article.mark("speaker", &["Brandt"], None);
    article.name(first, brandt);
    let other = article.mark("speaker", &["Mayor Ilse"], None);
    article.name(other, mayor);
    let third = article.mark("speaker", &["Kern"], None);
    article.name(third, kern);
    let found = article.found(Check::EntityWithConflictingIds);
    let told: Vec<(SpanId, &str)> = found
        .iter()
        .map(|finding| (finding.span, finding.other.as_str()))
        .collect();
    assert_eq!(told, [(first, "Mayor"), (other, "Ilse Brandt")]);
    article.entities[1].merged_into = Some(brandt);
    assert_eq!(article.found(Check::EntityWithConflictingIds), []);
    // Kern is merged into someone who is told at Kern's mention.
    let mills = article.entity(4, "Mills", ("wikidata", "Q7"));
    article.entities[2].merged_into = Some(mills);
    let found = article.found(Check::EntityWithConflictingIds);
    let told: Vec<(SpanId, &str)> = found
        .iter()
        .map(|finding| (finding.span, finding.other.as_str()))
        .collect();
    assert_eq!(told, [(first, "Mills"), (third, "Ilse Brandt")]);
}

#[test]
fn a_mention_is_open_until_it_is_known_who_it_is() {
    let mut article = Article::new("Brandt said so in Oster.");
    let speaker = article.mark("speaker", &["Brandt"], None);
    article.mark("cue", &["said"], None);
    let place = article.mark("place", &["Oster"], None);
    assert_eq!(article.spans(Check::MentionWithoutEntity), [speaker, place]);
    article.name(speaker, EntityId(1));
    assert_eq!(article.spans(Check::MentionWithoutEntity), [place]);
}

#[test]
fn a_scheme_without_checks_finds_nothing() {
    let mut article = Article::new("Rain came.");
    article.mark("claim", &["Rain came"], None);
    let mut scheme = Scheme::parse(DEFAULT).unwrap();
    scheme.checks.clear();
    let subject = Subject {
        scheme: &scheme,
        text: &article.text,
        annotations: &article.annotations,
        entities: &[],
        zones: &[],
    };
    assert_eq!(findings(&subject), []);
}

#[test]
fn a_required_field_is_open_until_it_has_a_value() {
    let mut article = Article::new("Rain came. Snow came.");
    let empty = article.mark("claim", &["Rain came"], None);
    article.mark("claim", &["Snow came"], Some(("statement", "fact")));
    article.mark("place", &["Rain"], None);
    let mut scheme = Scheme::parse(DEFAULT).unwrap();
    assert_eq!(article.found(Check::RequiredValue), []);
    for kind in &mut scheme.labels[0].attributes {
        kind.required = kind.id == "statement" || kind.id == "stance";
    }
    // A field that is switched off is not asked for.
    let found = article.found_by(&scheme, Check::RequiredValue);
    assert_eq!(found.len(), 1);
    assert_eq!(
        (found[0].span, found[0].other.as_str()),
        (empty, "statement")
    );
    assert!(!found[0].check.is_hint());
}

#[test]
fn an_open_question_is_a_hint() {
    let mut article = Article::new("Rain came. Snow came.");
    let asked = article.mark("claim", &["Rain came"], None);
    article.mark("claim", &["Snow came"], None);
    assert_eq!(article.spans(Check::OpenQuestion), []);
    let mut span = article.annotations.span(asked).unwrap().clone();
    span.flags.insert(Flag::Question);
    article.annotations.put_span(span);
    assert_eq!(article.spans(Check::OpenQuestion), [asked]);
    assert!(Check::OpenQuestion.is_hint());
}

#[test]
fn a_span_whose_text_was_corrected_waits_for_a_look() {
    let mut article = Article::new("Rain came. Snow came.");
    let corrected = article.mark("claim", &["Rain came"], None);
    article.mark("claim", &["Snow came"], None);
    assert_eq!(article.spans(Check::TextChanged), []);
    let mut span = article.annotations.span(corrected).unwrap().clone();
    span.flags.insert(Flag::TextChanged);
    article.annotations.put_span(span);
    assert_eq!(article.spans(Check::TextChanged), [corrected]);
    assert!(!Check::TextChanged.is_hint());
}

#[test]
fn claims_that_are_parts_of_each_other_are_told_once() {
    let mut article = Article::new("He said that she said that it rained.");
    let outer = article.mark("claim", &["she said that it rained"], None);
    let inner = article.mark("claim", &["it rained"], None);
    let part = |span| Target::Mention { span, entity: None };
    article.link("part_of", inner, part(outer));
    assert_eq!(article.found(Check::PartOfItself), []);
    article.link("part_of", outer, part(inner));
    // Another kind of link may well go both ways.
    article.link("about", inner, part(outer));
    let found = article.found(Check::PartOfItself);
    assert_eq!(found.len(), 1);
    assert_eq!((found[0].span, found[0].count), (outer, 2));
    assert_eq!(found[0].other, "it rained");
}
