//! Thousands of articles at once: set, undone and redone exactly, and what is
//! in memory follows.

use crate::sample::{NOW, article, empty, layer, span_in, uid};
use postil_core::attribute::Attributes;
use postil_core::id::{AnnotatorId, DocumentId, LayerId, Uid};
use postil_core::layer::{Annotator, Layer, LayerKind, LayerStatus};
use postil_store::{
    DocumentFilter, DocumentSummary, Library, LibraryColumn, LibraryFilter, LibraryOrder,
    LibraryScope, Project, StoreError, Viewer,
};

const ARTICLES: usize = 2_000;
const MINE: Uid = Uid::from_bytes([9; 16]);

struct Sample {
    _folder: tempfile::TempDir,
    project: Project,
    documents: Vec<DocumentId>,
    annotator: AnnotatorId,
    library: Library,
}

/// Every third article is begun, every ninth of them has a claim.
fn sample() -> Sample {
    let (folder, mut project) = empty();
    project.set_installation(MINE);
    let text = |number: usize| format!("Report {number} says that talks go on.");
    let bundles = (0..ARTICLES).map(|number| article(&format!("Report {number}"), &text(number)));
    let added = project
        .add_documents("add", bundles.collect(), NOW)
        .unwrap();
    let documents = added.added;
    let (annotator, _) = project
        .edit("begin", None, NOW, |edits| {
            let annotator = edits.insert_annotator(Annotator {
                id: AnnotatorId::UNSTORED,
                uid: uid(),
                name: "Ada".to_owned(),
            })?;
            for (at, document) in documents.iter().enumerate().step_by(3) {
                let own = edits.insert_layer(layer(*document, annotator))?;
                if at % 9 == 0 {
                    edits.insert_span(span_in(&text(at), own, "claim", &[(0, 6)]))?;
                }
            }
            Ok::<_, StoreError>(annotator)
        })
        .unwrap();
    let library = library(&mut project, annotator);
    Sample {
        _folder: folder,
        project,
        documents,
        annotator,
        library,
    }
}

fn library(project: &mut Project, annotator: AnnotatorId) -> Library {
    let scope = LibraryScope {
        viewer: viewer(annotator),
        statements: vec!["claim".to_owned()],
        source_links: vec!["said_by".to_owned()],
    };
    let mut library = Library::new(project, scope).unwrap();
    library.read_on(project, ARTICLES).unwrap();
    library
}

const fn viewer(annotator: AnnotatorId) -> Viewer {
    Viewer {
        annotator,
        kind: LayerKind::Annotation,
    }
}

impl Sample {
    /// Everything that a status or the bin may change.
    fn state(&self) -> (Vec<DocumentSummary>, Vec<DocumentSummary>, Vec<Layer>) {
        let list = |in_bin| {
            let filter = DocumentFilter {
                in_bin,
                viewer: Some(viewer(self.annotator)),
                labels: vec!["claim".to_owned()],
                ..DocumentFilter::default()
            };
            self.project.documents(&filter).unwrap()
        };
        let layers = self.documents.iter();
        let layers = layers.flat_map(|document| self.project.layers(*document).unwrap());
        (list(false), list(true), layers.collect())
    }

    fn set_status(&mut self, status: LayerStatus) {
        let (documents, annotator) = (&self.documents, self.annotator);
        let edited = self.project.edit("status", None, NOW, |edits| {
            let begun = edits.layers_of(documents, annotator, LayerKind::Annotation)?;
            let has = |id: &&DocumentId| !begun.iter().any(|layer| layer.document == **id);
            let untouched: Vec<DocumentId> = match begun.len() == documents.len() {
                true => Vec::new(),
                false => documents.iter().filter(has).copied().collect(),
            };
            edits.set_statuses(begun, status)?;
            for document in untouched {
                edits.insert_layer(Layer {
                    id: LayerId::UNSTORED,
                    status,
                    answers: Attributes::new(),
                    ..layer(document, annotator)
                })?;
            }
            Ok::<_, StoreError>(())
        });
        edited.unwrap();
    }

    /// The library in memory, which followed, finds what a new one finds.
    fn assert_followed(&mut self) {
        assert!(self.library.follow(&mut self.project).unwrap());
        self.library.read_on(&self.project, ARTICLES).unwrap();
        let mut anew = library(&mut self.project, self.annotator);
        let order = LibraryOrder {
            column: LibraryColumn::Claims,
            descending: true,
        };
        let label = LibraryFilter {
            label: Some("claim".to_owned()),
            ..LibraryFilter::default()
        };
        for filter in [LibraryFilter::default(), label] {
            let followed = self.library.find(&self.project, &filter, &order).unwrap();
            let read = anew.find(&self.project, &filter, &order).unwrap();
            assert_eq!(followed, read);
        }
        let unfinished: Vec<DocumentId> = self.library.unfinished().collect();
        assert_eq!(unfinished, anew.unfinished().collect::<Vec<_>>());
    }

    /// Undoes the last step and redoes it.
    fn there_and_back(
        &mut self,
        before: &(Vec<DocumentSummary>, Vec<DocumentSummary>, Vec<Layer>),
    ) {
        let after = self.state();
        assert_ne!(&after, before);
        self.assert_followed();
        self.project.undo(NOW).unwrap().unwrap();
        assert_eq!(&self.state(), before);
        self.assert_followed();
        self.project.redo(NOW).unwrap().unwrap();
        assert_eq!(self.state(), after);
        self.assert_followed();
    }
}

#[test]
fn two_thousand_articles_are_done_and_new_again_each_in_one_step() {
    let mut sample = sample();
    let begun = sample.state();
    // Two thirds of them have no layer before.
    sample.set_status(LayerStatus::Done);
    sample.there_and_back(&begun);
    assert_eq!(sample.library.unfinished().count(), 0);
    let layers = sample.state().2;
    assert_eq!(layers.len(), ARTICLES);
    assert!(layers.iter().all(|layer| layer.status == LayerStatus::Done));
    for layer in &layers {
        let versions = sample.project.layer_versions(layer.id).unwrap();
        assert!(
            versions
                .iter()
                .any(|(installation, revision)| { *installation == MINE && *revision > 0 })
        );
    }
    let done = sample.state();
    sample.set_status(LayerStatus::New);
    sample.there_and_back(&done);
    sample.project.undo(NOW).unwrap().unwrap();
    sample.project.undo(NOW).unwrap().unwrap();
    assert_eq!(sample.state(), begun);
    sample.assert_followed();
}

#[test]
fn two_thousand_articles_go_to_the_bin_and_come_back_each_in_one_step() {
    let mut sample = sample();
    let before = sample.state();
    let (documents, by) = (sample.documents.clone(), sample.annotator);
    let moved = |sample: &mut Sample, removed_at| {
        let edited = sample.project.edit("move", None, NOW, |edits| {
            edits.set_removed(&documents, removed_at, NOW, by)
        });
        edited.map_err(|error: StoreError| error).unwrap().1.len()
    };
    assert_eq!(moved(&mut sample, Some(NOW)), ARTICLES);
    sample.there_and_back(&before);
    // Those that are there stay as they are.
    assert_eq!(moved(&mut sample, Some(NOW + 1)), 0);
    let binned = sample.state();
    assert_eq!((binned.0.len(), binned.1.len()), (0, ARTICLES));
    assert_eq!(moved(&mut sample, None), ARTICLES);
    sample.there_and_back(&binned);
    sample.project.undo(NOW).unwrap().unwrap();
    sample.project.undo(NOW).unwrap().unwrap();
    assert_eq!(sample.state(), before);
    sample.assert_followed();
}

#[test]
fn an_article_that_is_not_there_moves_none() {
    let mut sample = sample();
    let before = sample.state();
    let (mut documents, by) = (sample.documents.clone(), sample.annotator);
    documents.push(DocumentId(999_999));
    let edited = sample.project.edit("move", None, NOW, |edits| {
        edits.set_removed(&documents, Some(NOW), NOW, by)
    });
    assert!(matches!(edited, Err(StoreError::NotFound { .. })));
    assert_eq!(sample.state(), before);
}
