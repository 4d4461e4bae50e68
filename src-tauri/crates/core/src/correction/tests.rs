use super::{Fate, Places, carry};
use crate::attribute::Attributes;
use crate::bundle::{Bundle, LayerBundle, SchemeVersion};
use crate::document::Document;
use crate::id::{AnnotatorId, DocumentId, EntityId, LayerId, LinkId, SpanId, Uid};
use crate::layer::{Annotator, Layer, LayerKind, LayerStatus};
use crate::link::{Link, Target};
use crate::span::{Flag, Span, fragments};
use crate::text::{CodePoint, Extent, Text, any_text};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

const OLD: &str = "Mills to reopen\n\n\"The mills will opne again,\" Mayor Brandt told reporters.\n\
Otto Kern said the plan had failed.\n";

/// Where a piece of a text lies.
fn piece(text: &Text, piece: &str) -> Extent {
    let byte = text.as_str().find(piece).unwrap();
    let start = text.code_point(byte).unwrap().0;
    Extent::of(start, start + u32::try_from(piece.chars().count()).unwrap())
}

/// What a piece of `old` says in `new`: `=` the same, `~` changed, `-` lost.
fn carried(old: &str, new: &str, quote: &str) -> String {
    let (old, new) = (Text::from(old), Text::from(new));
    match Places::new(&old, &new).fate(piece(&old, quote)) {
        Fate::Same(there) => format!("={}", new.slice(there).unwrap()),
        Fate::Changed(there) => format!("~{}", new.slice(there).unwrap()),
        Fate::Lost(_) => "-".to_owned(),
    }
}

#[test]
fn a_typo_changes_the_claim_it_lies_in_and_nothing_else() {
    let new = OLD.replace("opne", "open");
    assert_eq!(
        carried(OLD, &new, "The mills will opne again,"),
        "~The mills will open again,"
    );
    assert_eq!(carried(OLD, &new, "opne"), "~open");
    for same in [
        "Mills to reopen",
        "Mayor Brandt",
        "told",
        "Otto Kern",
        "the plan had failed",
    ] {
        assert_eq!(carried(OLD, &new, same), format!("={same}"));
    }
}

#[test]
fn a_word_that_grows_at_its_end_is_the_whole_word() {
    assert_eq!(
        carried("said Brand today", "said Brandt today", "Brand"),
        "~Brandt"
    );
    assert_eq!(carried("a Kerm, b", "a Kern, b", "Kerm"), "~Kern");
    // What comes before or after it does not belong to it.
    assert_eq!(
        carried("said Brandt today", "said Mr Brandt today", "Brandt"),
        "=Brandt"
    );
    assert_eq!(
        carried("said Brandt", "said Brandt today", "Brandt"),
        "=Brandt"
    );
}

#[test]
fn another_word_in_its_place_is_a_loss_and_so_is_none() {
    assert_eq!(
        carried(OLD, &OLD.replace("Brandt", "Oyelaran"), "Brandt"),
        "-"
    );
    assert_eq!(
        carried(OLD, &OLD.replace("Mayor Brandt ", ""), "Mayor Brandt"),
        "-"
    );
    let shorter = OLD.replace("Otto Kern said the plan had failed.\n", "");
    assert_eq!(carried(OLD, &shorter, "the plan had failed"), "-");
}

#[test]
fn a_claim_that_grows_stays_the_claim() {
    let new = OLD.replace(
        "the plan had failed",
        "the plan, of which nobody in the town had heard before the spring, had failed",
    );
    assert_eq!(
        carried(OLD, &new, "the plan had failed"),
        "~the plan, of which nobody in the town had heard before the spring, had failed"
    );
}

#[test]
fn a_paragraph_put_in_or_parted_moves_what_follows() {
    let new = OLD
        .replace("\n\"The", "\nA new one.\n\n\"The")
        .replace("again,\" ", "again,\"\n");
    for same in [
        "The mills will opne again,",
        "Mayor Brandt",
        "the plan had failed",
    ] {
        assert_eq!(carried(OLD, &new, same), format!("={same}"));
    }
    let (old, new) = (Text::from(OLD), Text::from(new.as_str()));
    assert!(Places::new(&old, &new).difference().adds_paragraph(&new));
    let typo = Text::from(OLD.replace("opne", "open").as_str());
    assert!(!Places::new(&old, &typo).difference().adds_paragraph(&typo));
}

#[test]
fn a_line_or_a_passage_that_moved_is_found_by_its_words() {
    let new = "Otto Kern said the plan had failed.\nMills to reopen\n\n\"The mills will opne again,\" Mayor Brandt told reporters.\n";
    for same in ["Otto Kern", "the plan had failed", "Mayor Brandt", "Mills"] {
        assert_eq!(carried(OLD, new, same), format!("={same}"));
    }
    let merged = "\"The mills will opne again,\" Mayor Brandt told reporters. Mills to reopen, Otto Kern said the plan had failed.\n";
    assert_eq!(
        carried(OLD, merged, "said the plan had failed"),
        "=said the plan had failed"
    );
}

#[test]
fn scripts_without_spaces_are_corrected_too() {
    let (old, new) = (
        "北京说，自由很重要。上海也这样说。",
        "北京说，自由非常重要。上海也这样说。",
    );
    assert_eq!(carried(old, new, "自由很重要"), "~自由非常重要");
    assert_eq!(carried(old, new, "上海"), "=上海");
    assert_eq!(carried(old, new, "北京"), "=北京");
    // An accent that comes to the last letter belongs to it.
    assert_eq!(
        carried("a cafe b", "a cafe\u{301} b", "cafe"),
        "~cafe\u{301}"
    );
}

fn span(id: u32, text: &Text, quotes: &[&str]) -> Span {
    let extents = quotes.iter().map(|quote| piece(text, quote)).collect();
    over(id, text, extents)
}

fn over(id: u32, text: &Text, extents: Vec<Extent>) -> Span {
    Span {
        id: SpanId(id),
        uid: Uid::from_bytes([u8::try_from(id).unwrap(); 16]),
        layer: LayerId(1),
        label: "claim".to_owned(),
        fragments: fragments(text, extents).unwrap(),
        attributes: Attributes::new(),
        entity: None,
        note: String::new(),
        flags: BTreeSet::new(),
        scheme_version: 1,
    }
}

fn link(id: u32, head: u32, target: Target) -> Link {
    Link {
        id: LinkId(id),
        uid: Uid::default(),
        layer: LayerId(1),
        kind: "said_by".to_owned(),
        head: SpanId(head),
        target,
        attributes: Attributes::new(),
        note: String::new(),
        by_rule: false,
    }
}

fn article(text: &Text, spans: Vec<Span>, links: Vec<Link>) -> Bundle {
    Bundle {
        document: Document {
            id: DocumentId(1),
            uid: Uid::default(),
            title: String::new(),
            sha256: String::new(),
            metadata: BTreeMap::new(),
            version_of: None,
            added_at: 0,
            removed_at: None,
            changed_at: 0,
            changed_by: None,
        },
        text: text.as_str().to_owned(),
        languages: Vec::new(),
        zones: Vec::new(),
        entities: Vec::new(),
        scheme: SchemeVersion {
            uid: String::new(),
            version: 1,
        },
        layers: vec![LayerBundle {
            layer: Layer {
                id: LayerId(1),
                uid: Uid::default(),
                document: DocumentId(1),
                annotator: AnnotatorId(1),
                kind: LayerKind::Annotation,
                status: LayerStatus::Done,
                answers: Attributes::new(),
                scheme_version: 1,
                active_ms: 7,
            },
            annotator: Annotator {
                id: AnnotatorId(1),
                uid: Uid::default(),
                name: "Ada".to_owned(),
            },
            spans,
            links,
            questions: Vec::new(),
        }],
        annotators: Vec::new(),
    }
}

#[test]
fn a_lost_mention_leaves_its_entity_and_a_lost_fragment_its_claim() {
    let old = Text::from(OLD);
    let new = Text::from(
        OLD.replace("Mayor Brandt told", "He told")
            .replace("opne again", "")
            .as_str(),
    );
    let mention = |entity| Target::Mention {
        span: SpanId(2),
        entity,
    };
    let before = article(
        &old,
        vec![
            span(1, &old, &["The mills", "opne again"]),
            span(2, &old, &["Mayor Brandt"]),
            span(3, &old, &["the plan had failed"]),
        ],
        vec![
            link(1, 1, mention(Some(EntityId(5)))),
            link(2, 3, mention(None)),
            link(3, 3, Target::Entity(EntityId(6))),
        ],
    );
    let carried = carry(&before, &old, &new, Uid::default);
    let layer = &carried.layers[0];
    let quotes: Vec<String> = layer.spans.iter().map(Span::quote).collect();
    assert_eq!(quotes, ["The mills", "the plan had failed"]);
    assert!(layer.spans[0].flags.contains(&Flag::TextChanged));
    assert!(layer.spans[1].flags.is_empty());
    let targets: Vec<Target> = layer.links.iter().map(|link| link.target).collect();
    assert_eq!(
        targets,
        [Target::Entity(EntityId(5)), Target::Entity(EntityId(6))]
    );
    let report = &carried.report;
    assert_eq!((report.same, report.changed(), report.lost()), (1, 1, 1));
    assert_eq!((report.links_lost, report.links_to_entity), (1, 1));
    assert_eq!(
        (report.reopened, layer.layer.status),
        (1, LayerStatus::Started)
    );
    assert_eq!(report.items[1].before, "Mayor Brandt");
    assert_eq!(report.items[1].extent.start, piece(&new, "He told").start);
}

/// A text, another made from it by edits, and extents of the first.
fn edited() -> impl Strategy<Value = (String, String, Vec<Extent>)> {
    let edits = prop::collection::vec((any::<prop::sample::Index>(), 0usize..12, any_text()), 0..5);
    let extents = prop::collection::vec((any::<prop::sample::Index>(), 1u32..20), 1..6);
    (any_text(), edits, extents).prop_map(|(old, edits, extents)| {
        let mut new: Vec<char> = old.chars().collect();
        for (at, gone, put) in edits {
            let at = at.index(new.len() + 1);
            let end = (at + gone).min(new.len());
            new.splice(at..end, put.chars().take(30));
        }
        let length = old.chars().count();
        let extents = extents
            .into_iter()
            .filter(|_| length > 0)
            .map(|(at, len)| {
                let start = u32::try_from(at.index(length)).unwrap();
                Extent::of(start, (start + len).min(u32::try_from(length).unwrap()))
            })
            .collect();
        (old, new.into_iter().collect(), extents)
    })
}

proptest! {
    #[test]
    fn whatever_is_edited_each_carried_span_says_what_its_text_says((old, new, extents) in edited()) {
        let (old, new) = (Text::new(old), Text::new(new));
        let spans = (1..).zip(&extents).map(|(id, extent)| over(id, &old, vec![*extent])).collect();
        let before = article(&old, spans, Vec::new());
        let carried = carry(&before, &old, &new, Uid::default);
        let report = &carried.report;
        let mut gone = extents.len();
        for span in &carried.layers[0].spans {
            gone -= 1;
            for fragment in &span.fragments {
                prop_assert_eq!(new.slice(fragment.extent()), Some(fragment.quote.as_str()));
            }
            let was = &before.layers[0].spans[span.id.0 as usize - 1];
            prop_assert_eq!(was.quote() != span.quote(), span.flags.contains(&Flag::TextChanged));
        }
        prop_assert_eq!(report.lost(), gone);
        for item in &report.items {
            prop_assert!(item.extent.end <= new.end());
        }
    }

    #[test]
    fn the_stretches_cover_both_texts((old, new, _) in edited()) {
        let (old, new) = (Text::new(old), Text::new(new));
        let places = Places::new(&old, &new);
        let (mut before, mut after) = (CodePoint(0), CodePoint(0));
        for stretch in &places.difference().stretches {
            prop_assert_eq!((stretch.old.start, stretch.new.start), (before, after));
            if stretch.same {
                prop_assert_eq!(old.slice(stretch.old), new.slice(stretch.new));
            }
            for run in &stretch.inner {
                prop_assert_eq!(old.slice(run.old), new.slice(run.new));
            }
            (before, after) = (stretch.old.end, stretch.new.end);
        }
        prop_assert_eq!((before, after), (old.end(), new.end()));
    }

    #[test]
    fn the_same_text_carries_everything((text, _, extents) in edited()) {
        let text = Text::new(text);
        let spans = (1..).zip(&extents).map(|(id, extent)| over(id, &text, vec![*extent])).collect();
        let before = article(&text, spans, Vec::new());
        let carried = carry(&before, &text, &text, Uid::default);
        prop_assert_eq!(carried.report.same as usize, extents.len());
        prop_assert_eq!(carried.report.reopened, 0);
        for (was, is) in before.layers[0].spans.iter().zip(&carried.layers[0].spans) {
            prop_assert_eq!(&was.fragments, &is.fragments);
        }
    }
}
