//! Projects, articles and annotations for the tests.

use postil_core::attribute::Attributes;
use postil_core::bundle::{Bundle, SchemeVersion};
use postil_core::document::Document;
use postil_core::entity::Entity;
use postil_core::id::{AnnotatorId, DocumentId, EntityId, LayerId, LinkId, SpanId, Uid};
use postil_core::layer::{Annotator, Layer, LayerKind, LayerStatus};
use postil_core::link::{Link, Target};
use postil_core::scheme::DEFAULT;
use postil_core::span::{Span, fragments};
use postil_core::text::offsets::Extent;
use postil_core::text::{Text, sha256};
use postil_store::{Project, StoreError};
use std::cell::Cell;
use tempfile::TempDir;

/// The text of the sample article: several scripts, one emoji.
pub const TEXT: &str = "Patel said: \"We look forward 😀 to talks.\"\n\nВ Баку, говорит он, \"прямой диалог\" важен.\n北京说，自由很重要。";

/// The time of every sample.
pub const NOW: i64 = 1_700_000_000_000;

thread_local! {
    static NEXT: Cell<u128> = const { Cell::new(1) };
}

/// A uid that no other sample of this thread has.
pub fn uid() -> Uid {
    NEXT.with(|next| {
        next.set(next.get() + 1);
        Uid::from_bytes(next.get().to_be_bytes())
    })
}

/// A project in a folder of its own.
pub struct Sample {
    pub folder: TempDir,
    pub project: Project,
    pub document: DocumentId,
    pub layer: LayerId,
}

/// A new project in a new folder.
pub fn empty() -> (TempDir, Project) {
    let folder = tempfile::tempdir().unwrap();
    let project =
        Project::create(&folder.path().join("p.postil"), NOW, || [7; 10], DEFAULT).unwrap();
    (folder, project)
}

/// A project with one article and one layer.
pub fn sample() -> Sample {
    let (folder, mut project) = empty();
    let report = project
        .add_documents("add", vec![article("Talks", TEXT)], NOW)
        .unwrap();
    let document = report.added[0];
    let (layer, _) = project
        .edit("begin", Some(document), NOW, |edits| {
            let annotator = edits.insert_annotator(Annotator {
                id: AnnotatorId::UNSTORED,
                uid: uid(),
                name: "Ada".to_owned(),
            })?;
            edits.insert_layer(layer(document, annotator))
        })
        .map_err(|error: StoreError| error)
        .unwrap();
    Sample {
        folder,
        project,
        document,
        layer,
    }
}

pub fn layer(document: DocumentId, annotator: AnnotatorId) -> Layer {
    Layer {
        id: LayerId::UNSTORED,
        uid: uid(),
        document,
        annotator,
        kind: LayerKind::Annotation,
        status: LayerStatus::Started,
        answers: Attributes::new(),
        scheme_version: 1,
        active_ms: 0,
    }
}

pub fn article(title: &str, text: &str) -> Bundle {
    Bundle {
        document: Document {
            id: DocumentId(1),
            uid: uid(),
            title: title.to_owned(),
            sha256: sha256(text),
            metadata: [("outlet".to_owned(), "Turan".to_owned())].into(),
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
    }
}

/// A span over extents of the sample text.
pub fn span(layer: LayerId, label: &str, extents: &[(u32, u32)]) -> Span {
    span_in(TEXT, layer, label, extents)
}

pub fn span_in(text: &str, layer: LayerId, label: &str, extents: &[(u32, u32)]) -> Span {
    let extents = extents
        .iter()
        .map(|(start, end)| Extent::of(*start, *end))
        .collect();
    Span {
        id: SpanId::UNSTORED,
        uid: uid(),
        layer,
        label: label.to_owned(),
        fragments: fragments(&Text::new(text), extents).unwrap(),
        attributes: Attributes::new(),
        entity: None,
        note: String::new(),
        flags: std::collections::BTreeSet::new(),
        scheme_version: 1,
    }
}

pub fn link(layer: LayerId, kind: &str, head: SpanId, target: Target) -> Link {
    Link {
        id: LinkId::UNSTORED,
        uid: uid(),
        layer,
        kind: kind.to_owned(),
        head,
        target,
        attributes: Attributes::new(),
        note: String::new(),
        by_rule: false,
    }
}

pub fn entity(kind: &str, name: &str) -> Entity {
    Entity {
        id: EntityId::UNSTORED,
        uid: uid(),
        kind: kind.to_owned(),
        name: name.to_owned(),
        aliases: Vec::new(),
        attributes: Attributes::new(),
        note: String::new(),
        merged_into: None,
    }
}
