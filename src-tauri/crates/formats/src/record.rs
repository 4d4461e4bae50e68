//! Records of an article and a layer, as formats with one JSON value for each
//! have them: what Postil says beside their own keys, and how consecutive
//! records of one article become one again.

use crate::draft::{
    ArticleDraft, EntityDraft, Intake, LayerDraft, LinkDraft, SpanDraft, TargetDraft,
};
use crate::error::{Fault, ReadError};
use crate::files::Source;
use crate::format::Reader;
use crate::jsonl::lines::Lines;
use crate::jsonl::write::in_order;
use crate::loss::Losses;
use crate::repair::Repairs;
use postil_core::attribute::Attributes;
use postil_core::bundle::{Bundle, LayerBundle};
use postil_core::entity::Entity;
use postil_core::id::{SpanId, Uid};
use postil_core::layer::{LayerKind, LayerStatus};
use postil_core::link::Link;
use postil_core::span::{Fragment, Span};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, HashMap};
use std::io::BufRead;

/// The relation between the pieces of one span.
pub const SAME_SPAN: &str = "same_span";

/// What Postil says of a record.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct About {
    /// The article.
    pub article: Option<Uid>,
    /// Its title.
    pub title: String,
    /// Its language, where it is known.
    pub language: Option<String>,
    /// Its metadata.
    pub metadata: BTreeMap<String, String>,
    /// The layer; none where nobody has begun.
    pub layer: Option<AboutLayer>,
}

/// What Postil says of a layer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AboutLayer {
    /// The annotator's name.
    pub annotator: String,
    /// What kind of work.
    pub kind: LayerKind,
    /// How far it is.
    pub status: LayerStatus,
}

impl About {
    /// What is said of an article, and of a layer of it.
    #[must_use]
    pub fn of(bundle: &Bundle, layer: Option<&LayerBundle>) -> Self {
        let whole = bundle.languages.iter().find(|mark| mark.extent.is_none());
        Self {
            article: Some(bundle.document.uid),
            title: bundle.document.title.clone(),
            language: whole.map(|mark| mark.tag.clone()),
            metadata: bundle.document.metadata.clone(),
            layer: layer.map(AboutLayer::of),
        }
    }
}

impl AboutLayer {
    /// What is said of a layer.
    #[must_use]
    pub fn of(layer: &LayerBundle) -> Self {
        Self {
            annotator: layer.annotator.name.clone(),
            kind: layer.layer.kind,
            status: layer.layer.status,
        }
    }

    /// The layer, still empty.
    #[must_use]
    pub fn draft(self) -> LayerDraft {
        LayerDraft {
            kind: self.kind,
            status: self.status,
            ..LayerDraft::of(&self.annotator)
        }
    }
}

/// An entity as records name it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Named {
    /// Uid.
    pub uid: Uid,
    /// Type.
    pub kind: String,
    /// Name.
    pub name: String,
}

impl From<&Entity> for Named {
    fn from(entity: &Entity) -> Self {
        Self {
            uid: entity.uid,
            kind: entity.kind.clone(),
            name: entity.name.clone(),
        }
    }
}

/// The place of an entity in a list, where it is added if it is new.
pub fn place_of(entities: &mut Vec<EntityDraft>, named: Named) -> usize {
    let known = entities
        .iter()
        .position(|known| known.uid == Some(named.uid));
    known.unwrap_or_else(|| {
        entities.push(EntityDraft {
            uid: Some(named.uid),
            kind: named.kind,
            name: named.name,
        });
        entities.len() - 1
    })
}

/// A layer of pieces and relations between them.
pub struct Flat<'a> {
    /// Each fragment of each span: its span, whether it is the span's first.
    pub pieces: Vec<(&'a Span, &'a Fragment, bool)>,
    /// Head, tail and link; no link between the pieces of one span.
    pub relations: Vec<(usize, usize, Option<&'a Link>)>,
    /// Where the first piece of each span is.
    pub first: HashMap<SpanId, usize>,
}

impl<'a> Flat<'a> {
    /// Spans in text order, their links in the order of their heads.
    #[must_use]
    pub fn of(layer: &'a LayerBundle) -> Self {
        let mut flat = Self {
            pieces: Vec::new(),
            relations: Vec::new(),
            first: HashMap::new(),
        };
        for span in in_order(layer) {
            let first = flat.pieces.len();
            flat.first.insert(span.id, first);
            for (at, fragment) in span.fragments.iter().enumerate() {
                if at > 0 {
                    flat.relations.push((first, flat.pieces.len(), None));
                }
                flat.pieces.push((span, fragment, at == 0));
            }
        }
        let mut links: Vec<&Link> = layer.links.iter().collect();
        links.sort_by_key(|link| (flat.first.get(&link.head).copied(), &link.kind, link.uid));
        for link in links {
            let head = flat.first.get(&link.head);
            let tail = link.target.span().and_then(|tail| flat.first.get(&tail));
            if let (Some(head), Some(tail)) = (head, tail) {
                flat.relations.push((*head, *tail, Some(link)));
            }
        }
        flat
    }
}

/// Spans of pieces that [`SAME_SPAN`] relations join, and the other relations
/// as links. Relations that name no piece are left out.
pub fn joined(
    mut pieces: Vec<SpanDraft>,
    relations: Vec<(usize, usize, String)>,
    layer: &mut LayerDraft,
) {
    // The first piece of the span that each piece belongs to.
    let mut first: Vec<usize> = (0..pieces.len()).collect();
    for (head, tail, kind) in &relations {
        let (Some(into), true) = (first.get(*head).copied(), kind == SAME_SPAN) else {
            continue;
        };
        if let Some(own) = first.get(*tail).copied().filter(|own| *own != into) {
            first
                .iter_mut()
                .filter(|other| **other == own)
                .for_each(|other| *other = into);
            let moved = pieces
                .get_mut(own)
                .map(|piece| std::mem::take(&mut piece.pieces));
            if let (Some(span), Some(moved)) = (pieces.get_mut(into), moved) {
                span.pieces.extend(moved);
            }
        }
    }
    let mut place: HashMap<usize, usize> = HashMap::new();
    for (at, piece) in pieces.into_iter().enumerate() {
        if first.get(at) == Some(&at) {
            place.insert(at, layer.spans.len());
            layer.spans.push(piece);
        }
    }
    let span = |piece: usize| first.get(piece).and_then(|first| place.get(first)).copied();
    for (head, tail, kind) in relations {
        if kind == SAME_SPAN {
            continue;
        }
        if let (Some(head), Some(tail)) = (span(head), span(tail)) {
            layer.links.push(link(&kind, head, TargetDraft::Span(tail)));
        }
    }
}

/// A link without values.
#[must_use]
pub fn link(kind: &str, head: usize, target: TargetDraft) -> LinkDraft {
    LinkDraft {
        uid: None,
        kind: kind.to_owned(),
        head,
        target,
        attributes: Attributes::new(),
        note: String::new(),
    }
}

/// A record read.
#[derive(Debug, Default)]
pub struct Record {
    /// What Postil says of it.
    pub about: About,
    /// The text.
    pub text: String,
    /// The layers that it has.
    pub layers: Vec<LayerDraft>,
    /// Whom they mention.
    pub entities: Vec<EntityDraft>,
    /// What was read past.
    pub losses: Losses,
}

/// Records with the file and line that each starts at.
pub type Incoming<'a> = Box<dyn Iterator<Item = Result<(String, u64, Record), ReadError>> + 'a>;

/// The records of the lines of all files whose names end so.
pub fn of_lines<'a>(
    source: &'a dyn Source,
    end: &'static str,
    mut parse: impl FnMut(&str, &str) -> Result<Record, Fault> + 'a,
) -> Incoming<'a> {
    let mut names = source
        .names()
        .into_iter()
        .filter(move |name| name.ends_with(end));
    let mut open: Option<(String, Lines<Box<dyn BufRead + 'a>>)> = None;
    Box::new(std::iter::from_fn(move || {
        loop {
            if let Some((file, lines)) = &mut open {
                let read = match lines.next() {
                    Some(Ok(line)) => Some(parse(file, line)),
                    Some(Err(at)) => Some(Err(at.fault)),
                    None => None,
                };
                let line = lines.number();
                match read {
                    Some(Ok(record)) => return Some(Ok((file.clone(), line, record))),
                    Some(Err(fault)) => return Some(Err(at_line(file, line, fault))),
                    None => {}
                }
            }
            let name = names.next()?;
            match source.open(&name) {
                Ok(file) => open = Some((name, Lines::new(file))),
                Err(error) => {
                    open = None;
                    return Some(Err(at_line(&name, 1, error.into())));
                }
            }
        }
    }))
}

/// A refusal of a line.
#[must_use]
pub fn at_line(file: &str, line: u64, fault: Fault) -> ReadError {
    ReadError {
        file: file.to_owned(),
        line,
        column: 1,
        fault,
    }
}

/// What is wrong with a JSON value.
#[must_use]
pub fn not_json(format: &'static str, error: &serde_json::Error) -> Fault {
    Fault::NotThis {
        format,
        reason: error.to_string(),
    }
}

/// Makes articles of records.
pub struct Articles<'a> {
    records: Incoming<'a>,
    pending: Option<ArticleDraft>,
    refused: Option<ReadError>,
    intake: Intake,
}

impl<'a> Articles<'a> {
    /// From `records`, with what `intake` keeps.
    #[must_use]
    pub const fn new(records: Incoming<'a>, intake: Intake) -> Self {
        Self {
            records,
            pending: None,
            refused: None,
            intake,
        }
    }
}

fn article(file: String, line: u64, record: Record) -> ArticleDraft {
    let mut layers = record.layers;
    for span in layers.iter_mut().flat_map(|layer| &mut layer.spans) {
        span.line = line;
    }
    ArticleDraft {
        file,
        line,
        uid: record.about.article,
        title: Some(record.about.title),
        text: record.text,
        metadata: record.about.metadata,
        language: record.about.language,
        entities: record.entities,
        layers,
    }
}

/// Whether two records are of one article. Without a uid it is the same text
/// with the work of somebody else.
fn is_one(draft: &ArticleDraft, next: &ArticleDraft) -> bool {
    if draft.uid != next.uid || draft.text != next.text {
        return false;
    }
    let whose = |layer: &LayerDraft| (layer.annotator.clone(), layer.kind);
    let other = |layer: &LayerDraft| draft.layers.iter().all(|own| whose(own) != whose(layer));
    let about = |draft: &ArticleDraft| (draft.title.clone(), draft.metadata.clone());
    draft.uid.is_some()
        || (about(draft) == about(next) && !next.layers.is_empty() && next.layers.iter().all(other))
}

/// Adds the layers of a further record of the same article.
fn join(draft: &mut ArticleDraft, more: ArticleDraft) {
    let places: Vec<usize> = more
        .entities
        .into_iter()
        .map(|entity| {
            let own = draft
                .entities
                .iter()
                .position(|known| known.uid == entity.uid);
            own.filter(|_| entity.uid.is_some()).unwrap_or_else(|| {
                draft.entities.push(entity);
                draft.entities.len() - 1
            })
        })
        .collect();
    for mut layer in more.layers {
        for span in &mut layer.spans {
            span.entity = span.entity.and_then(|at| places.get(at).copied());
        }
        for link in &mut layer.links {
            if let TargetDraft::Entity(at) = &mut link.target {
                *at = places.get(*at).copied().unwrap_or(usize::MAX);
            }
        }
        draft.layers.push(layer);
    }
}

impl Iterator for Articles<'_> {
    type Item = Result<Bundle, ReadError>;

    fn next(&mut self) -> Option<Self::Item> {
        if let Some(error) = self.refused.take() {
            return Some(Err(error));
        }
        loop {
            let next = match self.records.next() {
                Some(Ok((file, line, mut record))) => {
                    self.intake.losses.merge(std::mem::take(&mut record.losses));
                    article(file, line, record)
                }
                Some(Err(error)) => {
                    self.refused = Some(error);
                    let ended = self.pending.take();
                    return match ended {
                        Some(draft) => Some(self.intake.bundle(draft)),
                        None => self.refused.take().map(Err),
                    };
                }
                None => return self.pending.take().map(|draft| self.intake.bundle(draft)),
            };
            match &mut self.pending {
                Some(draft) if is_one(draft, &next) => join(draft, next),
                _ => {
                    if let Some(ended) = self.pending.replace(next) {
                        return Some(self.intake.bundle(ended));
                    }
                }
            }
        }
    }
}

impl Reader for Articles<'_> {
    fn losses(&self) -> &Losses {
        &self.intake.losses
    }

    fn repairs(&self) -> Option<&Repairs> {
        Some(&self.intake.repairs)
    }
}
