//! Builds bundles for tests.

use postil_core::attribute::{Attribute, Value};
use postil_core::bundle::{Bundle, LayerBundle, SchemeVersion};
use postil_core::document::{Document, LanguageMark, Zone, ZoneKind, ZoneState};
use postil_core::entity::Entity;
use postil_core::id::{
    AnnotatorId, DocumentId, EntityId, LanguageId, LayerId, LinkId, QuestionId, SpanId, Uid, ZoneId,
};
use postil_core::layer::{Annotator, Layer, LayerKind, LayerStatus};
use postil_core::link::{Link, Target};
use postil_core::question::{Answer, Question};
use postil_core::span::{Span, fragments};
use postil_core::text::{CodePoint, Extent, Text, sha256};

pub struct Article {
    pub bundle: Bundle,
    seed: u8,
    uids: u64,
}

impl Article {
    pub fn new(seed: u8, title: &str, text: &str) -> Self {
        let mut article = Self {
            bundle: Bundle {
                document: Document {
                    id: DocumentId(1),
                    uid: Uid::default(),
                    title: title.to_owned(),
                    sha256: sha256(text),
                    metadata: Default::default(),
                    version_of: None,
                    added_at: 0,
                    removed_at: None,
                    changed_at: 0,
                    changed_by: None,
                },
                text: text.to_owned(),
                languages: Vec::new(),
                zones: Vec::new(),
                entities: Vec::new(),
                scheme: SchemeVersion {
                    uid: "claims-speakers-places".to_owned(),
                    version: 1,
                },
                layers: Vec::new(),
                annotators: Vec::new(),
            },
            seed,
            uids: 0,
        };
        article.bundle.document.uid = article.uid();
        article
    }

    fn uid(&mut self) -> Uid {
        self.uids += 1;
        Uid::at(1_760_000_000_000 + self.uids, &[self.seed; 10])
    }

    pub fn metadata(mut self, key: &str, value: &str) -> Self {
        let metadata = &mut self.bundle.document.metadata;
        metadata.insert(key.to_owned(), value.to_owned());
        self
    }

    /// The language of the whole article, then of each paragraph.
    pub fn languages(mut self, tag: &str, by_hand: bool) -> Self {
        let text = Text::new(self.bundle.text.clone());
        let extents = std::iter::once(None).chain(text.paragraphs().map(Some));
        for (at, extent) in extents.enumerate() {
            let whole = extent.is_none();
            self.bundle.languages.push(LanguageMark {
                id: LanguageId(number(at)),
                document: DocumentId(1),
                extent,
                tag: tag.to_owned(),
                confidence: if by_hand { 1.0 } else { 0.1 + 0.7 },
                guess: None,
                detector: if whole && !by_hand { "whatlang" } else { "" }.to_owned(),
                detector_version: if whole && !by_hand { "0.18.0" } else { "" }.to_owned(),
                by_hand: whole && by_hand,
            });
        }
        self
    }

    pub fn zone(&mut self, words: &str, kind: ZoneKind, state: ZoneState) {
        let extent = self.find(words);
        let zone = Zone {
            id: ZoneId(number(self.bundle.zones.len())),
            uid: self.uid(),
            document: DocumentId(1),
            start: extent.start,
            end: extent.end,
            kind,
            reason: String::new(),
            state,
            by: None,
        };
        self.bundle.zones.push(zone);
    }

    /// A zone that somebody decided on.
    pub fn zone_at(&mut self, extent: Extent, reason: &str, by: AnnotatorId) {
        let zone = Zone {
            id: ZoneId(number(self.bundle.zones.len())),
            uid: self.uid(),
            document: DocumentId(1),
            start: extent.start,
            end: extent.end,
            kind: ZoneKind::Skip,
            reason: reason.to_owned(),
            state: ZoneState::Refused,
            by: Some(by),
        };
        self.bundle.zones.push(zone);
    }

    pub fn entity(&mut self, kind: &str, name: &str, values: &[(&str, &str)]) -> EntityId {
        let id = EntityId(number(self.bundle.entities.len()));
        let entity = Entity {
            id,
            uid: self.uid(),
            kind: kind.to_owned(),
            name: name.to_owned(),
            aliases: Vec::new(),
            attributes: values
                .iter()
                .map(|(key, value)| ((*key).to_owned(), Attribute::by_hand(*value)))
                .collect(),
            note: String::new(),
            merged_into: None,
        };
        self.bundle.entities.push(entity);
        id
    }

    /// Somebody who has no layer here.
    pub fn other(&mut self, seed: u8, name: &str) -> AnnotatorId {
        let layers = self.bundle.layers.iter();
        let most = layers.map(|layer| layer.annotator.id.0).max();
        let before = number(self.bundle.annotators.len());
        let id = AnnotatorId(most.unwrap_or_default() + before);
        self.bundle.annotators.push(Annotator {
            id,
            uid: Uid::at(1_750_000_000_000, &[seed; 10]),
            name: name.to_owned(),
        });
        id
    }

    /// A question about a span of the first layer.
    pub fn question(
        &mut self,
        span: SpanId,
        text: &str,
        asked_by: AnnotatorId,
        answer: Option<Answer>,
    ) {
        let uid = self.uid();
        let layer = &mut self.bundle.layers[0];
        let id = number(layer.questions.len());
        layer.questions.push(Question {
            id: QuestionId(id),
            uid,
            layer: layer.layer.id,
            span,
            text: text.to_owned(),
            asked_at: 1_770_000_000_000 + i64::from(id),
            asked_by,
            answer,
        });
    }

    /// Spans and links made from now on go into this layer.
    pub fn layer(&mut self, annotator: (u8, &str), kind: LayerKind, status: LayerStatus) {
        let uid = self.uid();
        let annotator_uid = Uid::at(1_750_000_000_000, &[annotator.0; 10]);
        let known = self.bundle.layers.iter().map(|layer| &layer.annotator);
        let mut seen: Vec<Uid> = Vec::new();
        for other in known {
            if !seen.contains(&other.uid) {
                seen.push(other.uid);
            }
        }
        let place = seen.iter().position(|other| *other == annotator_uid);
        let id = AnnotatorId(number(place.unwrap_or(seen.len())));
        self.bundle.layers.push(LayerBundle {
            layer: Layer {
                id: LayerId(number(self.bundle.layers.len())),
                uid,
                document: DocumentId(1),
                annotator: id,
                kind,
                status,
                answers: Default::default(),
                scheme_version: 1,
                active_ms: 0,
            },
            annotator: Annotator {
                id,
                uid: annotator_uid,
                name: annotator.1.to_owned(),
            },
            spans: Vec::new(),
            links: Vec::new(),
            questions: Vec::new(),
        });
    }

    /// Where `words` stand first.
    fn find(&self, words: &str) -> Extent {
        let text = Text::new(self.bundle.text.clone());
        let byte = self.bundle.text.find(words).expect(words);
        Extent {
            start: text.code_point(byte).unwrap(),
            end: text.code_point(byte + words.len()).unwrap(),
        }
    }

    /// A span over the first place of each of `parts`.
    pub fn span(&mut self, label: &str, parts: &[&str]) -> SpanId {
        let extents = parts.iter().map(|words| self.find(words)).collect();
        self.span_at(label, extents)
    }

    pub fn span_at(&mut self, label: &str, extents: Vec<Extent>) -> SpanId {
        let text = Text::new(self.bundle.text.clone());
        let uid = self.uid();
        let all = self.bundle.layers.iter().map(|layer| layer.spans.len());
        let id = SpanId(number(all.sum()));
        let layer = self.bundle.layers.last_mut().unwrap();
        layer.spans.push(Span {
            id,
            uid,
            layer: layer.layer.id,
            label: label.to_owned(),
            fragments: fragments(&text, extents).unwrap(),
            attributes: Default::default(),
            entity: None,
            note: String::new(),
            flags: Default::default(),
            scheme_version: 1,
        });
        id
    }

    pub fn change(&mut self, id: SpanId, change: impl FnOnce(&mut Span)) {
        let mut spans = self
            .bundle
            .layers
            .iter_mut()
            .flat_map(|layer| &mut layer.spans);
        change(spans.find(|span| span.id == id).unwrap());
    }

    pub fn set(&mut self, id: SpanId, key: &str, value: impl Into<Value>, by_rule: bool) {
        let value = value.into();
        self.change(id, |span| {
            span.attributes
                .insert(key.to_owned(), Attribute { value, by_rule });
        });
    }

    pub fn mention(&mut self, id: SpanId, entity: EntityId) {
        self.change(id, |span| span.entity = Some(entity));
    }

    pub fn link(&mut self, kind: &str, head: SpanId, target: Target) -> LinkId {
        let uid = self.uid();
        let all = self.bundle.layers.iter().map(|layer| layer.links.len());
        let id = LinkId(number(all.sum()));
        let layer = self.bundle.layers.last_mut().unwrap();
        layer.links.push(Link {
            id,
            uid,
            layer: layer.layer.id,
            kind: kind.to_owned(),
            head,
            target,
            attributes: Default::default(),
            note: String::new(),
            by_rule: false,
        });
        id
    }

    /// A link to a mention, with its entity.
    pub fn to(&mut self, kind: &str, head: SpanId, span: SpanId) -> LinkId {
        let layer = self.bundle.layers.last().unwrap();
        let entity = layer
            .spans
            .iter()
            .find(|tail| tail.id == span)
            .unwrap()
            .entity;
        self.link(kind, head, Target::Mention { span, entity })
    }
}

pub fn number(index: usize) -> u32 {
    u32::try_from(index).unwrap() + 1
}

/// Code points.
pub const fn extent(start: u32, end: u32) -> Extent {
    Extent {
        start: CodePoint(start),
        end: CodePoint(end),
    }
}
