//! From what a foreign file says to a bundle: texts taken in, offsets checked
//! against the words beside them, uids given.

mod uids;

use crate::error::{Fault, ReadError};
use crate::loss::{Losses, shortened};
use crate::repair::{Repair, Repairs, Stated, locate};
use postil_core::attribute::Attributes;
use postil_core::bundle::{Bundle, LayerBundle, SchemeVersion};
use postil_core::document::{Document, LanguageMark};
use postil_core::entity::Entity;
use postil_core::id::{
    AnnotatorId, DocumentId, EntityId, LanguageId, LayerId, LinkId, SpanId, Uid,
};
use postil_core::layer::{Annotator, Layer, LayerKind, LayerStatus};
use postil_core::link::{Link, Special, Target};
use postil_core::scheme::Scheme;
use postil_core::span::{Flag, Span, fragments, tidy};
use postil_core::text::{Extent, Text, sha256, take_in};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use uids::{Uids, annotator_uid};

/// An article as a file has it.
#[derive(Clone, Debug, Default)]
pub struct ArticleDraft {
    /// What refusals call its file.
    pub file: String,
    /// The line of the file where it starts, from 1.
    pub line: u64,
    /// Its uid, if the file has one.
    pub uid: Option<Uid>,
    /// Its title; its first line where there is none.
    pub title: Option<String>,
    /// Its text as in the file.
    pub text: String,
    /// Metadata.
    pub metadata: BTreeMap<String, String>,
    /// The language of the whole, where the file says.
    pub language: Option<String>,
    /// Whom its spans mention.
    pub entities: Vec<EntityDraft>,
    /// The work of each annotator.
    pub layers: Vec<LayerDraft>,
}

/// Someone or something that spans mention.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EntityDraft {
    /// Uid, if the file has one.
    pub uid: Option<Uid>,
    /// Its type.
    pub kind: String,
    /// Its name.
    pub name: String,
}

/// One annotator's work.
#[derive(Clone, Debug)]
pub struct LayerDraft {
    /// The annotator's name.
    pub annotator: String,
    /// What kind of work it is.
    pub kind: LayerKind,
    /// How far it is.
    pub status: LayerStatus,
    /// Spans, in the order of the file.
    pub spans: Vec<SpanDraft>,
    /// Links between them.
    pub links: Vec<LinkDraft>,
}

impl LayerDraft {
    /// An annotator's layer, begun and empty.
    #[must_use]
    pub fn of(annotator: &str) -> Self {
        Self {
            annotator: annotator.to_owned(),
            kind: LayerKind::Annotation,
            status: LayerStatus::Started,
            spans: Vec::new(),
            links: Vec::new(),
        }
    }
}

/// A span as a file has it.
#[derive(Clone, Debug, Default)]
pub struct SpanDraft {
    /// Uid, if the file has one.
    pub uid: Option<Uid>,
    /// The line of the file, from 1.
    pub line: u64,
    /// Label.
    pub label: String,
    /// Its pieces.
    pub pieces: Vec<Piece>,
    /// Values.
    pub attributes: Attributes,
    /// Note.
    pub note: String,
    /// Flags.
    pub flags: BTreeSet<Flag>,
    /// The place of its entity in the article's list.
    pub entity: Option<usize>,
}

/// A piece of a span as a file has it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Piece {
    /// Start in the unit of the file, as a rule code points.
    pub start: u32,
    /// End.
    pub end: u32,
    /// Its words, where the file has them.
    pub words: Option<String>,
}

/// A link as a file has it.
#[derive(Clone, Debug)]
pub struct LinkDraft {
    /// Uid, if the file has one.
    pub uid: Option<Uid>,
    /// Kind.
    pub kind: String,
    /// The place of its head in the layer's list of spans.
    pub head: usize,
    /// What it points to.
    pub target: TargetDraft,
    /// Values.
    pub attributes: Attributes,
    /// Note.
    pub note: String,
}

/// The end of a link as a file has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TargetDraft {
    /// The place of the tail in the layer's list of spans.
    Span(usize),
    /// The place of an entity in the article's list.
    Entity(usize),
    /// The author, or nobody.
    Special(Special),
}

/// What a reader of foreign files keeps from article to article.
#[derive(Clone, Debug)]
pub struct Intake {
    scheme: SchemeVersion,
    repair: bool,
    now: u64,
    /// Characters that part the pieces of a span in the file and not in
    /// Postil: pieces with nothing else between them are one.
    pub joining: &'static [char],
    /// What was read past.
    pub losses: Losses,
    /// What was repaired.
    pub repairs: Repairs,
}

impl Intake {
    /// Nothing read yet. `now` is Unix milliseconds; `repair` says whether
    /// offsets may be repaired.
    #[must_use]
    pub fn new(scheme: &Scheme, repair: bool, now: i64) -> Self {
        Self {
            scheme: SchemeVersion {
                uid: scheme.uid.clone(),
                version: scheme.version,
            },
            repair,
            now: u64::try_from(now).unwrap_or_default(),
            joining: &[],
            losses: Losses::new(),
            repairs: Repairs::default(),
        }
    }

    /// Makes a bundle of an article.
    ///
    /// # Errors
    /// When its text cannot be stored, or a span does not fit it.
    pub fn bundle(&mut self, draft: ArticleDraft) -> Result<Bundle, ReadError> {
        let refuse = |line: u64, fault: Fault| ReadError {
            file: draft.file.clone(),
            line,
            column: 1,
            fault,
        };
        let taken = take_in(&draft.text)
            .map_err(|error| refuse(draft.line, Fault::Text(error.to_string())))?;
        let given = Text::new(draft.text.as_str());
        let text = Text::new(taken.text);
        let title = match draft.title.as_deref() {
            Some(title) if !title.trim().is_empty() => title.to_owned(),
            _ => first_line(text.as_str()),
        };
        let sha256 = sha256(text.as_str());
        let mut uids = Uids::new(self.now, &sha256);
        let document = DocumentId(1);
        let entities = entities(&draft.entities, &mut uids);
        let mut layers = Vec::with_capacity(draft.layers.len());
        let mut annotators: HashMap<&str, AnnotatorId> = HashMap::new();
        let (mut spans_before, mut links_before) = (0, 0);
        for (at, layer) in draft.layers.iter().enumerate() {
            let stated: Vec<Stated<'_>> = stated(layer);
            let found = locate(&given, &stated);
            let moved = found.repair.filter(|_| given != text);
            // Offsets may count the text as it is stored, without what its
            // file has more.
            let stored = moved.map(|_| locate(&text, &stated));
            let (extents, repair) = match stored {
                Some(stored) if stored.repair.is_none() => (stored.extents, None),
                _ => {
                    let apply = |at: &Option<Extent>| at.and_then(|at| taken.map.apply_extent(at));
                    let extents: Vec<_> = found.extents.iter().map(apply).collect();
                    // Words with the line ends of the stored text are right.
                    let right = extents.iter().zip(&stated).all(|(at, stated)| {
                        let found = at.and_then(|at| text.slice(at));
                        stated.words.is_none_or(|words| found == Some(words))
                    });
                    let spaced = found.repair == Some(Repair::WhiteSpace);
                    (extents, found.repair.filter(|_| !(spaced && right)))
                }
            };
            if let Some(repair) = repair {
                self.consent(repair, layer, &extents, &title)
                    .map_err(|(line, fault)| refuse(line, fault))?;
            }
            let annotator = number(annotators.len());
            let annotator = *annotators
                .entry(layer.annotator.as_str())
                .or_insert(AnnotatorId(annotator));
            let id = LayerId(number(at));
            let mut spans = Vec::with_capacity(layer.spans.len());
            let mut left = extents.into_iter();
            for span in &layer.spans {
                let own: Option<Vec<Extent>> = left.by_ref().take(span.pieces.len()).collect();
                let own = own.and_then(|own| fragments(&text, self.joined(&text, own)));
                let Some(fragments) = own else {
                    return Err(refuse(span.line, misplaced(&given, span)));
                };
                spans.push(Span {
                    id: SpanId(number(spans_before + spans.len())),
                    uid: uids.take(span.uid),
                    layer: id,
                    label: span.label.clone(),
                    fragments,
                    attributes: span.attributes.clone(),
                    entity: span
                        .entity
                        .and_then(|at| entities.get(at))
                        .map(|own| own.id),
                    note: span.note.clone(),
                    flags: span.flags.clone(),
                    scheme_version: self.scheme.version,
                });
            }
            let links = links(layer, id, &spans, &entities, links_before, &mut uids);
            spans_before += spans.len();
            links_before += links.len();
            layers.push(LayerBundle {
                layer: Layer {
                    id,
                    uid: uids.take(None),
                    document,
                    annotator,
                    kind: layer.kind,
                    status: layer.status,
                    answers: Attributes::new(),
                    scheme_version: self.scheme.version,
                    active_ms: 0,
                },
                annotator: Annotator {
                    id: annotator,
                    uid: annotator_uid(&layer.annotator),
                    name: layer.annotator.clone(),
                },
                spans,
                links,
                questions: Vec::new(),
            });
        }
        Ok(Bundle {
            document: Document {
                id: document,
                uid: draft.uid.unwrap_or_else(|| uids.take(None)),
                title,
                sha256,
                metadata: draft.metadata,
                version_of: None,
                added_at: 0,
                removed_at: None,
                changed_at: 0,
                changed_by: None,
            },
            text: text.as_str().to_owned(),
            languages: draft.language.into_iter().map(stated_language).collect(),
            zones: Vec::new(),
            entities,
            scheme: self.scheme.clone(),
            layers,
            annotators: Vec::new(),
        })
    }

    fn joined(&self, text: &Text, extents: Vec<Extent>) -> Vec<Extent> {
        let mut joined: Vec<Extent> = Vec::with_capacity(extents.len());
        for extent in tidy(extents) {
            let gap = joined
                .last()
                .map(|last| Extent::of(last.end.0, extent.start.0));
            let gap = gap.and_then(|gap| text.slice(gap));
            let parts = |gap: &str| {
                !self.joining.is_empty() && gap.chars().all(|c| self.joining.contains(&c))
            };
            match joined.last_mut().filter(|_| gap.is_some_and(parts)) {
                Some(last) => last.end = extent.end,
                None => joined.push(extent),
            }
        }
        joined
    }

    /// Notes a repair, or refuses it.
    fn consent(
        &mut self,
        repair: Repair,
        layer: &LayerDraft,
        extents: &[Option<Extent>],
        title: &str,
    ) -> Result<(), (u64, Fault)> {
        let mut left = extents.iter();
        for span in &layer.spans {
            if left.by_ref().take(span.pieces.len()).any(Option::is_none) {
                return Ok(());
            }
        }
        if self.repair {
            self.repairs.add(repair, layer.spans.len(), title);
            return Ok(());
        }
        let line = layer.spans.first().map_or(1, |span| span.line);
        Err((line, Fault::Misread { repair }))
    }
}

fn stated(layer: &LayerDraft) -> Vec<Stated<'_>> {
    let pieces = layer.spans.iter().flat_map(|span| &span.pieces);
    pieces
        .map(|piece| Stated {
            start: piece.start,
            end: piece.end,
            words: piece.words.as_deref(),
        })
        .collect()
}

/// Why a span was not found.
fn misplaced(given: &Text, span: &SpanDraft) -> Fault {
    let whole = Piece::default();
    let piece = span.pieces.iter().find(|piece| {
        let found = given.slice(Extent::of(piece.start, piece.end));
        found.is_none_or(|found| {
            found.is_empty() || piece.words.as_deref().is_some_and(|words| words != found)
        })
    });
    let piece = piece.or(span.pieces.first()).unwrap_or(&whole);
    let (start, end) = (piece.start, piece.end);
    match (given.slice(Extent::of(start, end)), &piece.words) {
        (Some(found), Some(words)) => Fault::Quote {
            start,
            end,
            found: shortened(found),
            stated: shortened(words),
        },
        (Some(_), None) => Fault::EmptyExtent { start, end },
        (None, _) if span.pieces.is_empty() => Fault::NoFragment,
        (None, _) => Fault::OutOfRange {
            start,
            end,
            length: given.len(),
        },
    }
}

fn entities(drafts: &[EntityDraft], uids: &mut Uids) -> Vec<Entity> {
    let numbered = drafts.iter().enumerate();
    numbered
        .map(|(at, draft)| Entity {
            id: EntityId(number(at)),
            uid: uids.take(draft.uid),
            kind: draft.kind.clone(),
            name: draft.name.clone(),
            aliases: Vec::new(),
            attributes: Attributes::new(),
            note: String::new(),
            merged_into: None,
        })
        .collect()
}

/// Links whose ends are there; a source that is nobody stands alone.
fn links(
    layer: &LayerDraft,
    id: LayerId,
    spans: &[Span],
    entities: &[Entity],
    before: usize,
    uids: &mut Uids,
) -> Vec<Link> {
    let mut links: Vec<Link> = Vec::with_capacity(layer.links.len());
    for draft in &layer.links {
        let Some(head) = spans.get(draft.head) else {
            continue;
        };
        let target = match draft.target {
            TargetDraft::Span(at) => spans.get(at).map(|span| Target::Mention {
                span: span.id,
                entity: span.entity,
            }),
            TargetDraft::Entity(at) => entities.get(at).map(|entity| Target::Entity(entity.id)),
            TargetDraft::Special(special) => Some(Target::Special(special)),
        };
        let Some(target) = target else { continue };
        let alone = |target: &Target| matches!(target, Target::Special(_));
        let clash = links.iter().any(|link| {
            (link.head, &link.kind) == (head.id, &draft.kind)
                && (alone(&link.target) || alone(&target))
        });
        if clash {
            continue;
        }
        links.push(Link {
            id: LinkId(number(before + links.len())),
            uid: uids.take(draft.uid),
            layer: id,
            kind: draft.kind.clone(),
            head: head.id,
            target,
            attributes: draft.attributes.clone(),
            note: draft.note.clone(),
            by_rule: false,
        });
    }
    links
}

fn stated_language(tag: String) -> LanguageMark {
    LanguageMark {
        id: LanguageId(1),
        document: DocumentId(1),
        extent: None,
        tag,
        confidence: 1.0,
        guess: None,
        detector: String::new(),
        detector_version: String::new(),
        by_hand: true,
    }
}

fn first_line(text: &str) -> String {
    let line = text.lines().map(str::trim).find(|line| !line.is_empty());
    shortened(line.unwrap_or_default())
}

fn number(index: usize) -> u32 {
    u32::try_from(index)
        .unwrap_or(u32::MAX - 1)
        .saturating_add(1)
}
