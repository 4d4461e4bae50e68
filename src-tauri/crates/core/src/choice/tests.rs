use super::{Choice, pseudonyms};
use crate::attribute::Attributes;
use crate::bundle::{Bundle, LayerBundle, SchemeVersion};
use crate::document::{Document, LanguageMark, Zone, ZoneKind, ZoneState};
use crate::id::{
    AnnotatorId, DocumentId, EntityId, LanguageId, LayerId, LinkId, SpanId, Uid, ZoneId,
};
use crate::layer::{Annotator, Layer, LayerKind, LayerStatus};
use crate::link::{Link, Target};
use crate::span::{Flag, Span, fragments};
use crate::text::{CodePoint, Extent, Text};
use std::collections::BTreeSet;

const TEXT: &str = "Brandt said it rains.\nLatest news: Brandt sails.";

fn span(id: u32, label: &str, start: u32, end: u32) -> Span {
    Span {
        id: SpanId(id),
        uid: Uid::default(),
        layer: LayerId(1),
        label: label.to_owned(),
        fragments: fragments(&Text::from(TEXT), vec![Extent::of(start, end)]).unwrap(),
        attributes: Attributes::new(),
        entity: None,
        note: String::new(),
        flags: BTreeSet::new(),
        scheme_version: 1,
    }
}

fn link(id: u32, head: u32, tail: u32, entity: Option<u32>) -> Link {
    Link {
        id: LinkId(id),
        uid: Uid::default(),
        layer: LayerId(1),
        kind: "said_by".to_owned(),
        head: SpanId(head),
        target: Target::Mention {
            span: SpanId(tail),
            entity: entity.map(EntityId),
        },
        attributes: Attributes::new(),
        note: String::new(),
        by_rule: false,
    }
}

/// A claim by Brandt in the article, and one below the rest of the page.
fn article() -> Bundle {
    Bundle {
        document: Document {
            id: DocumentId(4),
            uid: Uid::default(),
            title: String::new(),
            sha256: String::new(),
            metadata: [("published".to_owned(), "2026-01".to_owned())].into(),
            version_of: None,
            added_at: 0,
            removed_at: None,
            changed_at: 0,
            changed_by: None,
        },
        text: TEXT.to_owned(),
        languages: vec![LanguageMark {
            id: LanguageId(1),
            document: DocumentId(4),
            extent: None,
            tag: "zh-Hant".to_owned(),
            confidence: 1.0,
            guess: None,
            detector: String::new(),
            detector_version: String::new(),
            by_hand: true,
        }],
        zones: vec![Zone {
            id: ZoneId(1),
            uid: Uid::default(),
            document: DocumentId(4),
            start: CodePoint(22),
            end: CodePoint(48),
            kind: ZoneKind::Skip,
            reason: String::new(),
            state: ZoneState::Proposed,
            by: None,
        }],
        entities: Vec::new(),
        scheme: SchemeVersion {
            uid: String::new(),
            version: 1,
        },
        layers: vec![LayerBundle {
            layer: Layer {
                id: LayerId(1),
                uid: Uid::default(),
                document: DocumentId(4),
                annotator: AnnotatorId(7),
                kind: LayerKind::Annotation,
                status: LayerStatus::Started,
                answers: Attributes::new(),
                scheme_version: 1,
                active_ms: 0,
            },
            annotator: Annotator {
                id: AnnotatorId(7),
                uid: Uid::from_bytes([7; 16]),
                name: "Ada".to_owned(),
            },
            spans: vec![
                span(1, "speaker", 0, 6),
                span(2, "claim", 12, 20),
                span(3, "claim", 35, 47),
            ],
            links: vec![link(1, 2, 1, Some(9)), link(2, 3, 1, None)],
            questions: Vec::new(),
        }],
        annotators: Vec::new(),
    }
}

fn ids(chosen: &Bundle) -> Vec<u32> {
    let spans = chosen.layers.iter().flat_map(|layer| &layer.spans);
    spans.map(|span| span.id.0).collect()
}

#[test]
fn without_a_wish_all_goes_out_as_it_is() {
    assert_eq!(Choice::default().of(article()), Some(article()));
}

#[test]
fn what_is_not_the_article_loses_its_marks_and_no_character() {
    let choice = Choice {
        without_skipped: true,
        ..Choice::default()
    };
    let chosen = choice.of(article()).unwrap();
    assert_eq!((ids(&chosen), chosen.text.as_str()), (vec![1, 2], TEXT));
    assert_eq!(chosen.layers[0].links.len(), 1);
    let mut refused = article();
    refused.zones[0].state = ZoneState::Refused;
    assert_eq!(ids(&choice.of(refused).unwrap()), [1, 2, 3]);
}

#[test]
fn a_link_to_what_stays_behind_keeps_its_entity_or_stays_behind_too() {
    let choice = Choice {
        labels: ["claim".to_owned()].into(),
        ..Choice::default()
    };
    let chosen = choice.of(article()).unwrap();
    assert_eq!(ids(&chosen), [2, 3]);
    let targets: Vec<Target> = chosen.layers[0]
        .links
        .iter()
        .map(|link| link.target)
        .collect();
    assert_eq!(targets, [Target::Entity(EntityId(9))]);
}

#[test]
fn flags_are_asked_for_or_kept_out() {
    let mut flagged = article();
    flagged.layers[0].spans[1].flags.insert(Flag::Unsure);
    let flags: BTreeSet<Flag> = [Flag::Unsure].into();
    let with = Choice {
        with_flags: flags.clone(),
        ..Choice::default()
    };
    assert_eq!(ids(&with.of(flagged.clone()).unwrap()), [2]);
    let without = Choice {
        without_flags: flags,
        ..Choice::default()
    };
    assert_eq!(ids(&without.of(flagged).unwrap()), [1, 3]);
}

#[test]
fn an_article_goes_by_its_language_its_date_and_its_status() {
    let language = |tag: &str| Choice {
        languages: [tag.to_owned()].into(),
        ..Choice::default()
    };
    for (tag, taken) in [
        ("zh", true),
        ("ZH-hant", true),
        ("z", false),
        ("en", false),
        ("zh-Hant-TW", false),
    ] {
        assert_eq!(language(tag).of(article()).is_some(), taken, "{tag}");
    }
    let dated = |from: Option<&str>, to: Option<&str>| Choice {
        from: from.map(str::to_owned),
        to: to.map(str::to_owned),
        ..Choice::default()
    };
    for (from, to, taken) in [
        (Some("2026"), None, true),
        (Some("2026-01-20"), None, true),
        (Some("2026-02"), None, false),
        (None, Some("2026-01-02"), true),
        (None, Some("2025-12-31"), false),
        (Some("2025"), Some("2026"), true),
    ] {
        assert_eq!(
            dated(from, to).of(article()).is_some(),
            taken,
            "{from:?} {to:?}"
        );
    }
    let mut undated = article();
    undated.document.metadata.clear();
    assert!(dated(Some("2026"), None).of(undated).is_none());
    let status = |status| Choice {
        statuses: [status].into(),
        ..Choice::default()
    };
    assert!(status(LayerStatus::Started).of(article()).is_some());
    assert!(status(LayerStatus::Done).of(article()).is_none());
    let mut gold = article();
    gold.layers[0].layer.kind = LayerKind::Gold;
    gold.layers[0].spans.clear();
    gold.layers[0].links.clear();
    assert!(
        status(LayerStatus::Done).of(gold).is_some(),
        "empty, and looked at"
    );
    let others = Choice {
        documents: Some([DocumentId(5)].into()),
        ..Choice::default()
    };
    assert!(others.of(article()).is_none());
}

#[test]
fn annotators_go_without_their_names_unless_they_agreed() {
    let known = [
        (AnnotatorId(3), Uid::from_bytes([9; 16])),
        (AnnotatorId(7), Uid::from_bytes([7; 16])),
    ];
    let choice = Choice {
        pseudonyms: pseudonyms(known, &BTreeSet::new()),
        ..Choice::default()
    };
    let chosen = choice.of(article()).unwrap();
    let annotator = &chosen.layers[0].annotator;
    assert_eq!(annotator.name, "A1");
    assert_ne!(annotator.uid, Uid::from_bytes([7; 16]));
    assert_eq!(choice.of(article()), Some(chosen), "the same each time");
    let agreed = pseudonyms(known, &[AnnotatorId(7)].into());
    assert_eq!(
        agreed.into_iter().collect::<Vec<_>>(),
        [(AnnotatorId(3), "A2".to_owned())]
    );
}
