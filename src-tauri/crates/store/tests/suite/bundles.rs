//! Many articles read one after another.

use crate::sample::{NOW, Sample, article, entity, link, sample, span_in};
use postil_core::entity::Entity;
use postil_core::id::{DocumentId, EntityId};
use postil_core::layer::LayerKind;
use postil_core::link::Target;
use postil_store::{Access, Project, StoreError};

const LINE: &str = "Ilse said: \"The mills will open again.\" So it went on until the evening.";

/// Articles by one annotator that share entities, one of them merged.
fn several(sample: &mut Sample) -> Vec<DocumentId> {
    let first = sample.document;
    let annotator = sample.project.layer(sample.layer).unwrap().annotator;
    let texts = (0..8).map(|at| article("Mills", &format!("{LINE} {at}")));
    let added = sample
        .project
        .add_documents("add", texts.collect(), NOW)
        .unwrap()
        .added;
    let edited = sample.project.edit("mark", None, NOW, |edits| {
        let ilse = edits.insert_entity(entity("person", "Ilse"))?;
        let mayor = edits.insert_entity(Entity {
            merged_into: Some(ilse),
            ..entity("person", "the mayor")
        })?;
        for (at, document) in (0..).zip(&added) {
            let layer = edits.insert_layer(crate::sample::layer(*document, annotator))?;
            let claim = span_in(LINE, layer, "claim", &[(11, 20), (21, 38 - at)]);
            let claim = edits.insert_span(claim)?;
            let mut speaker = span_in(LINE, layer, "speaker", &[(0, 4)]);
            speaker.entity = Some(if at % 2 == 0 { ilse } else { mayor });
            let speaker = edits.insert_span(speaker)?;
            let told = Target::Mention {
                span: speaker,
                entity: Some(ilse),
            };
            edits.insert_link(link(layer, "said_by", claim, told))?;
        }
        Ok::<_, StoreError>(())
    });
    edited.unwrap();
    [vec![first], added].concat()
}

#[test]
fn many_articles_are_read_as_each_alone() {
    let mut sample = sample();
    let ids = several(&mut sample);
    let project = &sample.project;
    let together = project.bundles();
    for id in ids.iter().chain(ids.iter().rev()) {
        let alone = project.bundle(*id, |_| true).unwrap();
        assert_eq!(together.read(*id, |_| true).unwrap(), alone);
        let own = |layer: &postil_core::layer::Layer| layer.kind == LayerKind::Gold;
        assert!(together.read(*id, own).unwrap().layers.is_empty());
    }
    let merged = together.read(ids[2], |_| true).unwrap().entities;
    assert_eq!(merged.len(), 2, "{merged:?}");
    assert!(matches!(
        together.read(DocumentId(99), |_| true),
        Err(StoreError::NotFound { .. })
    ));
}

#[test]
fn what_a_writer_changes_between_two_articles_is_seen() {
    let mut sample = sample();
    let ids = several(&mut sample);
    let reader = Project::open(sample.project.path(), Access::Read).unwrap();
    let articles = reader.bundles();
    let before = articles.read(ids[1], |_| true).unwrap();
    let ilse: EntityId = before.entities[0].id;
    let edited = sample.project.edit("rename", None, NOW, |edits| {
        let entity = edits.entity(ilse)?;
        edits.update_entity(&Entity {
            name: "Ilse Brandt".to_owned(),
            ..entity
        })
    });
    edited.map_err(|error: StoreError| error).unwrap();
    let after = articles.read(ids[1], |_| true).unwrap();
    assert_eq!(after.entities[0].name, "Ilse Brandt");
    assert_eq!(after, sample.project.bundle(ids[1], |_| true).unwrap());
}
