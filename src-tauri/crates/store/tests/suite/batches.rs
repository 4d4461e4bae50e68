//! Articles that come in slices.

use crate::sample::{NOW, article, empty, entity, layer, link, sample, span_in, uid};
use postil_core::bundle::{Bundle, LayerBundle};
use postil_core::id::{AnnotatorId, DocumentId, EntityId, LayerId, LinkId, SpanId};
use postil_core::layer::Annotator;
use postil_core::link::Target;
use postil_store::{Access, DocumentFilter, Project, StoreError};
use std::path::Path;

/// An article with a claim, its speaker and an entity for them.
fn annotated(text: &str) -> Bundle {
    let mut bundle = article(text, text);
    let speaker = postil_core::entity::Entity {
        id: EntityId(1),
        ..entity("person", text)
    };
    let span = |id, label, at| postil_core::span::Span {
        id: SpanId(id),
        entity: (id == 2).then_some(EntityId(1)),
        ..span_in(text, LayerId(1), label, &[at])
    };
    let target = Target::Mention {
        span: SpanId(2),
        entity: Some(EntityId(1)),
    };
    let said = postil_core::link::Link {
        id: LinkId(1),
        ..link(LayerId(1), "said_by", SpanId(1), target)
    };
    bundle.entities.push(speaker);
    bundle.layers.push(LayerBundle {
        layer: postil_core::layer::Layer {
            id: LayerId(1),
            ..layer(DocumentId(1), AnnotatorId(1))
        },
        annotator: Annotator {
            id: AnnotatorId(1),
            uid: uid(),
            name: "Ida".to_owned(),
        },
        spans: vec![span(1, "claim", (2, 4)), span(2, "speaker", (0, 1))],
        links: vec![said],
        questions: Vec::new(),
    });
    bundle
}

fn slice(project: &mut Project, batch: &mut postil_store::Batch, bundles: Vec<Bundle>) {
    let mut bundles = bundles.into_iter();
    project.add_to_batch(batch, NOW, || bundles.next()).unwrap();
}

/// Rows of every table but SQLite's own.
fn rows(path: &Path) -> Vec<(String, i64)> {
    let file = rusqlite::Connection::open(path).unwrap();
    let sql = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'search_%' ORDER BY name";
    let mut statement = file.prepare(sql).unwrap();
    let names = statement.query_map([], |row| row.get(0)).unwrap();
    names
        .map(|name: rusqlite::Result<String>| {
            let name = name.unwrap();
            let count = file
                .query_row(&format!("SELECT count(*) FROM \"{name}\""), [], |row| {
                    row.get(0)
                })
                .unwrap();
            (name, count)
        })
        .collect()
}

#[test]
fn nobody_sees_a_batch_before_it_is_whole_and_then_it_is_one_step() {
    let mut sample = sample();
    let project = &mut sample.project;
    let mut batch = project.begin_batch().unwrap();
    slice(
        project,
        &mut batch,
        vec![annotated("a bc"), annotated("d ef")],
    );
    slice(
        project,
        &mut batch,
        vec![annotated("g hi"), annotated("a bc")],
    );
    assert_eq!((batch.added.len(), batch.duplicates.len()), (3, 1));
    assert_eq!((batch.spans, batch.links), (6, 3));
    assert_eq!(project.document_ids().unwrap(), [sample.document]);
    let bin = DocumentFilter {
        in_bin: true,
        ..DocumentFilter::default()
    };
    assert_eq!(project.documents(&bin).unwrap(), []);
    assert_eq!(project.counts().unwrap().in_bin, 0);
    assert!(project.search("hi", 9).unwrap().is_empty());
    assert!(matches!(project.begin_batch(), Err(StoreError::Invalid(_))));
    assert!(project.empty_bin(NOW).is_err());

    let (name, report) = project
        .show_batch(&batch, "import", NOW, |edits| {
            edits.insert_entity(entity("place", "Veldan"))
        })
        .map_err(|error: StoreError| error)
        .unwrap();
    assert_eq!(report.added, batch.added);
    assert_eq!(project.document_ids().unwrap().len(), 4);
    assert_eq!(project.search("hi", 9).unwrap(), [batch.added[2]]);
    assert_eq!(project.check(true).unwrap().problems, Vec::<String>::new());
    let undone = project.undo(NOW).unwrap().unwrap();
    assert_eq!((undone.step.as_str(), undone.changes.len()), ("import", 4));
    assert_eq!(project.document_ids().unwrap(), [sample.document]);
    assert!(project.entity(name).is_err());
    project.redo(NOW).unwrap().unwrap();
    assert_eq!(project.document_ids().unwrap().len(), 4);
    assert!(project.entity(name).is_ok());
}

#[test]
fn a_batch_that_is_cleared_leaves_no_row_behind() {
    let (folder, mut project) = empty();
    let path = folder.path().join("p.postil");
    project
        .add_documents("add", vec![annotated("x yz")], NOW)
        .unwrap();
    let before = rows(&path);
    let mut batch = project.begin_batch().unwrap();
    let many = (0..60).map(|n| annotated(&format!("{} {n:02}", uid())));
    slice(&mut project, &mut batch, many.collect());
    assert_ne!(rows(&path), before);
    let mut slices = 0;
    while project.clear_batch().unwrap() {
        slices += 1;
    }
    assert!(slices > 1, "cleared in slices");
    assert_eq!(rows(&path), before);
    assert!(project.begin_batch().is_ok());
}

#[test]
fn a_slice_with_an_article_that_does_not_fit_adds_nothing() {
    let (_folder, mut project) = empty();
    let mut batch = project.begin_batch().unwrap();
    let mut wrong = annotated("d ef");
    wrong.entities.clear();
    let mut bundles = vec![annotated("a bc"), wrong].into_iter();
    let refused = project.add_to_batch(&mut batch, NOW, || bundles.next());
    assert!(matches!(refused, Err(StoreError::Invalid(_))));
    assert!(batch.added.is_empty());
    assert!(!project.clear_batch().unwrap());
}

#[test]
fn what_a_killed_program_left_is_cleared_when_the_file_is_opened_again() {
    let (folder, mut project) = empty();
    let path = folder.path().join("p.postil");
    let before = rows(&path);
    let mut batch = project.begin_batch().unwrap();
    slice(&mut project, &mut batch, vec![annotated("a bc")]);
    drop(project);
    let project = Project::open(&path, Access::Write).unwrap();
    assert!(project.document_ids().unwrap().is_empty());
    drop(project);
    assert_eq!(rows(&path), before);
}
