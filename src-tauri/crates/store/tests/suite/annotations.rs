//! Articles that bring annotations, and the lists that tell of them.

use crate::sample::{NOW, TEXT, article, empty, entity, layer, link, sample, span};
use postil_core::bundle::{Bundle, LayerBundle};
use postil_core::document::LanguageMark;
use postil_core::entity::Entity;
use postil_core::id::{AnnotatorId, DocumentId, EntityId, LanguageId, LayerId, SpanId};
use postil_core::layer::{Annotator, LayerKind, LayerStatus};
use postil_core::link::Target;
use postil_core::span::Span;
use postil_store::{DocumentFilter, Project, StoreError, Viewer};

/// An article with a layer, as an importer numbers it.
fn annotated() -> Bundle {
    let mut bundle = article("Talks", TEXT);
    let patel = Entity {
        id: EntityId(4),
        ..entity("person", "Patel")
    };
    let short = Entity {
        id: EntityId(9),
        merged_into: Some(patel.id),
        ..entity("person", "V. Patel")
    };
    let annotator = Annotator {
        id: AnnotatorId(3),
        uid: crate::sample::uid(),
        name: "Ben".to_owned(),
    };
    let given = LayerId(8);
    let mut layer = layer(DocumentId(1), annotator.id);
    layer.id = given;
    layer.status = LayerStatus::Done;
    let claim = Span {
        id: SpanId(20),
        ..span(given, "claim", &[(12, 31), (35, 41)])
    };
    let speaker = Span {
        id: SpanId(10),
        entity: Some(short.id),
        ..span(given, "speaker", &[(0, 5)])
    };
    let target = Target::Mention {
        span: speaker.id,
        entity: Some(short.id),
    };
    let said_by = link(given, "said_by", claim.id, target);
    bundle.languages.push(LanguageMark {
        id: LanguageId(1),
        document: DocumentId(1),
        extent: None,
        tag: "en".to_owned(),
        confidence: 0.9,
        guess: None,
        detector: "file".to_owned(),
        detector_version: String::new(),
        by_hand: true,
    });
    bundle.entities = vec![short, patel];
    bundle.layers = vec![LayerBundle {
        layer,
        annotator,
        spans: vec![speaker, claim],
        links: vec![said_by],
        questions: Vec::new(),
    }];
    bundle
}

fn add(project: &mut Project, bundle: Bundle) -> Result<DocumentId, StoreError> {
    project
        .add_documents("import", vec![bundle], NOW)
        .map(|report| report.added[0])
}

/// A bundle without what differs between projects: its ids.
fn shape(bundle: &Bundle) -> String {
    let layers: Vec<_> = bundle
        .layers
        .iter()
        .map(|layer| {
            let spans: Vec<_> = layer
                .spans
                .iter()
                .map(|span| (span.uid, &span.label, &span.fragments, &span.attributes))
                .collect();
            let links: Vec<_> = layer
                .links
                .iter()
                .map(|link| (link.uid, &link.kind))
                .collect();
            (
                layer.layer.uid,
                layer.layer.status,
                &layer.annotator.name,
                format!("{spans:?}{links:?}"),
            )
        })
        .collect();
    let entities: Vec<_> = bundle
        .entities
        .iter()
        .map(|entity| (entity.uid, &entity.name))
        .collect();
    format!(
        "{:?}{}{layers:?}{entities:?}",
        (bundle.document.uid, &bundle.document.title),
        bundle.text
    )
}

#[test]
fn annotations_come_in_with_ids_of_the_project() {
    let (_folder, mut project) = empty();
    let mut given = annotated();
    // Ids of the project are not those of the bundle.
    add(&mut project, article("Before", "b")).unwrap();
    let id = add(&mut project, given.clone()).unwrap();
    let bundle = project.bundle(id, |_| true).unwrap();
    given.entities.sort_by_key(|entity| entity.uid);
    assert_eq!(shape(&bundle), shape(&given));
    let spans = &bundle.layers[0].spans;
    let into = bundle
        .entities
        .iter()
        .find(|entity| entity.name == "Patel")
        .unwrap()
        .id;
    let short = bundle
        .entities
        .iter()
        .find(|entity| entity.name == "V. Patel")
        .unwrap();
    assert_eq!(
        (short.merged_into, spans[0].entity),
        (Some(into), Some(short.id))
    );
    assert_eq!(
        bundle.layers[0].links[0].target,
        Target::Mention {
            span: spans[0].id,
            entity: Some(short.id)
        }
    );
    assert!(project.check(true).unwrap().is_clean());
}

#[test]
fn entities_and_annotators_are_used_again() {
    let (_folder, mut project) = empty();
    let first = annotated();
    let mut second = annotated();
    second.document = article("Other", "o").document;
    second.text = format!("{TEXT}\nMore.");
    second.entities.clone_from(&first.entities);
    second.layers[0].annotator = first.layers[0].annotator.clone();
    second.layers[0].spans[0].entity = Some(EntityId(9));
    add(&mut project, first).unwrap();
    add(&mut project, second).unwrap();
    assert_eq!(project.register().unwrap().entities.len(), 2);
    assert_eq!(project.annotators().unwrap().len(), 1);
    assert_eq!(project.counts().unwrap().documents, 2);
    assert_eq!(project.counts().unwrap().spans, 4);
    assert_eq!(project.counts().unwrap().entities, 1);
}

#[test]
fn a_bundle_that_does_not_fit_adds_nothing() {
    type Breaking = fn(&mut Bundle);
    let breakings: [Breaking; 6] = [
        |bundle| bundle.layers[0].spans[1].fragments[0].quote.push('x'),
        |bundle| bundle.layers[0].spans[1].fragments.reverse(),
        |bundle| bundle.layers[0].spans[1].fragments.clear(),
        |bundle| bundle.layers[0].links[0].head = SpanId(99),
        |bundle| bundle.layers[0].spans[0].entity = Some(EntityId(77)),
        |bundle| bundle.layers[0].spans[1].uid = bundle.layers[0].spans[0].uid,
    ];
    for (n, breaking) in breakings.into_iter().enumerate() {
        let (_folder, mut project) = empty();
        let mut broken = annotated();
        breaking(&mut broken);
        let refused = project.add_documents("import", vec![article("Fine", "f"), broken], NOW);
        assert!(
            matches!(
                refused,
                Err(StoreError::Invalid(_) | StoreError::Duplicate { .. })
            ),
            "{n}"
        );
        assert!(project.document_ids().unwrap().is_empty());
        assert!(project.next_undo().unwrap().is_none());
    }
}

#[test]
fn a_list_tells_of_the_viewers_layer() {
    let mut sample = sample();
    let viewer = sample.project.layer(sample.layer).unwrap().annotator;
    sample
        .project
        .edit("mark", None, NOW, |edits| -> Result<(), StoreError> {
            for label in ["claim", "claim", "speaker"] {
                edits.insert_span(span(sample.layer, label, &[(0, 5)]))?;
            }
            Ok(())
        })
        .unwrap();
    let other = add(&mut sample.project, article("Other", "北京")).unwrap();
    let filter = DocumentFilter {
        viewer: Some(Viewer {
            annotator: viewer,
            kind: LayerKind::Annotation,
        }),
        labels: vec!["claim".to_owned()],
        ..DocumentFilter::default()
    };
    let list = |project: &Project, filter: &DocumentFilter| -> Vec<_> {
        let list = project.documents(filter).unwrap();
        list.iter()
            .map(|summary| {
                (
                    summary.document.id,
                    summary.status,
                    summary.length,
                    summary.statements,
                )
            })
            .collect()
    };
    let length = u32::try_from(TEXT.chars().count()).unwrap();
    let both = [
        (sample.document, LayerStatus::Started, length, 2),
        (other, LayerStatus::New, 2, 0),
    ];
    assert_eq!(list(&sample.project, &filter), both);
    let second = DocumentFilter {
        limit: Some(1),
        offset: 1,
        ..filter.clone()
    };
    assert_eq!(list(&sample.project, &second), both[1..]);
    assert!(
        list(
            &sample.project,
            &DocumentFilter {
                in_bin: true,
                ..filter.clone()
            }
        )
        .is_empty()
    );
    let viewer_of_layer = filter.viewer.clone().unwrap();
    let asked = [other, DocumentId(999), sample.document];
    let some = |project: &Project| {
        let found = project.some_documents(&asked, &viewer_of_layer, &filter.labels);
        found.unwrap()
    };
    assert_eq!(
        some(&sample.project),
        sample.project.documents(&filter).unwrap()
    );
    sample.project.undo(NOW).unwrap();
    assert_eq!(some(&sample.project).len(), 1, "the bin is left out");
    assert_eq!(
        list(
            &sample.project,
            &DocumentFilter {
                in_bin: true,
                ..filter
            }
        )
        .len(),
        1
    );
}
