//! The register as a list, and entities that become one or two.

use crate::sample::{NOW, Sample, article, empty, entity, layer, link, sample, span, uid};
use postil_core::attribute::Attribute;
use postil_core::bundle::LayerBundle;
use postil_core::entity::{Entity, EntityLink};
use postil_core::id::{AnnotatorId, DocumentId, EntityId, EntityLinkId, LayerId, SpanId, Uid};
use postil_core::layer::{Annotator, LayerKind};
use postil_core::link::Target;
use postil_core::span::Span;
use postil_store::{
    Access, Edits, EntityFilter, EntityOrder, EntityPage, EntitySummary, Project, StoreError,
};

fn made(sample: &mut Sample, kind: &str, name: &str) -> EntityId {
    edited(sample, |edits, _| edits.insert_entity(entity(kind, name)))
}

fn edited<T>(
    sample: &mut Sample,
    action: impl FnOnce(&mut Edits<'_>, LayerId) -> Result<T, StoreError>,
) -> T {
    let layer = sample.layer;
    sample
        .project
        .edit("edit", Some(sample.document), NOW, |edits| {
            action(edits, layer)
        })
        .unwrap()
        .0
}

fn mentioned(sample: &mut Sample, entity: EntityId, extent: (u32, u32)) -> SpanId {
    edited(sample, |edits, layer| {
        edits.insert_span(Span {
            entity: Some(entity),
            ..span(layer, "speaker", &[extent])
        })
    })
}

fn page(project: &Project, filter: &EntityFilter) -> EntityPage {
    let filter = EntityFilter {
        limit: filter.limit.max(100),
        ..filter.clone()
    };
    project.entity_page(&filter).unwrap()
}

fn names(project: &Project, query: &str, order: EntityOrder) -> Vec<String> {
    let filter = EntityFilter {
        query: query.to_owned(),
        order,
        ..EntityFilter::default()
    };
    let rows = page(project, &filter).rows;
    rows.into_iter().map(|row| row.name).collect()
}

fn found(project: &Project, query: &str) -> Vec<String> {
    names(project, query, EntityOrder::Name)
}

#[test]
fn names_are_found_in_any_script_by_any_of_their_words() {
    let mut sample = sample();
    for (kind, name, alias) in [
        ("person", "Élise Müller", "E. M."),
        ("person", "محمد العليّ", "محمد"),
        ("place", "北京", "Beijing"),
        ("place", "Баку", "Bakı"),
        ("person", "अमित शर्मा", ""),
    ] {
        edited(&mut sample, |edits, _| {
            let mut entity = entity(kind, name);
            entity.add_alias(alias);
            entity
                .attributes
                .insert("wikidata".to_owned(), Attribute::by_hand("Q42"));
            edits.insert_entity(entity)
        });
    }
    let project = &sample.project;
    for (query, name) in [
        ("muller elise", "Élise Müller"),
        ("العلي", "محمد العليّ"),
        ("京", "北京"),
        ("BEIJ", "北京"),
        ("бак", "Баку"),
        ("baki", "Баку"),
        ("शर्मा", "अमित शर्मा"),
    ] {
        assert_eq!(found(project, query), [name], "{query}");
    }
    assert_eq!(found(project, "q42").len(), 5);
    assert!(found(project, "elise q43").is_empty());
    // What stands in two of its names is no name of it.
    assert!(found(project, "müller\ne").len() == 1 && found(project, "mullere").is_empty());
}

#[test]
fn it_is_counted_by_type_and_cut_into_pages() {
    let mut sample = sample();
    for name in ["b", "A", "é", "d", "C"] {
        made(&mut sample, "person", name);
    }
    made(&mut sample, "place", "B town");
    let filter = EntityFilter {
        kinds: vec!["person".to_owned()],
        offset: 1,
        limit: 3,
        ..EntityFilter::default()
    };
    let page = sample.project.entity_page(&filter).unwrap();
    let place = |find| {
        let filter = EntityFilter {
            find: Some(find),
            ..filter.clone()
        };
        sample.project.entity_page(&filter).unwrap().found
    };
    let listed = page
        .rows
        .iter()
        .map(|row| place(row.id))
        .collect::<Vec<_>>();
    assert_eq!(listed, [Some(1), Some(2), Some(3)]);
    assert_eq!(place(EntityId(99)), None);
    assert_eq!(page.total, 5);
    assert_eq!(
        page.kinds.into_iter().collect::<Vec<_>>(),
        [("person".to_owned(), 5), ("place".to_owned(), 1)]
    );
    let names: Vec<_> = page.rows.into_iter().map(|row| row.name).collect();
    assert_eq!(names, ["b", "C", "d"]);
}

#[test]
fn the_most_mentioned_and_the_latest_stand_first() {
    let mut sample = sample();
    let timed = |name: &str, at: u64| Entity {
        uid: Uid::at(at, &[u8::try_from(at % 251).unwrap(); 10]),
        ..entity("person", name)
    };
    let [old, late, new] = [("old", 1_000), ("late", 2_000), ("new", 3_000)]
        .map(|(name, at)| edited(&mut sample, |edits, _| edits.insert_entity(timed(name, at))));
    let newest = edited(&mut sample, |edits, layer| {
        edits.insert_span(Span {
            uid: Uid::at(9_000, &[1; 10]),
            entity: Some(old),
            ..span(layer, "speaker", &[(0, 5)])
        })
    });
    for extent in [(6, 8), (8, 10)] {
        mentioned(&mut sample, late, extent);
    }
    let listed = |sample: &Sample, order| names(&sample.project, "", order);
    assert_eq!(
        listed(&sample, EntityOrder::Mentions),
        ["late", "old", "new"]
    );
    assert_eq!(listed(&sample, EntityOrder::Recent), ["old", "new", "late"]);
    edited(&mut sample, |edits, _| edits.delete_span(newest));
    assert_eq!(listed(&sample, EntityOrder::Recent), ["new", "late", "old"]);
    edited(&mut sample, |edits, _| edits.merge_entities(late, new));
    assert_eq!(listed(&sample, EntityOrder::Mentions), ["new", "old"]);
    sample.project.undo(NOW).unwrap();
    assert_eq!(
        listed(&sample, EntityOrder::Mentions),
        ["late", "new", "old"]
    );
}

#[test]
fn what_is_in_the_bin_or_for_practice_is_not_counted() {
    let mut sample = sample();
    let patel = made(&mut sample, "person", "Patel");
    let own = mentioned(&mut sample, patel, (0, 5));
    let mut more = article("Practice", "Patel again");
    let annotator = Annotator {
        id: AnnotatorId(1),
        uid: uid(),
        name: "Reference".to_owned(),
    };
    let mut reference = layer(DocumentId(1), annotator.id);
    reference.id = LayerId(1);
    reference.kind = LayerKind::Reference;
    let stored = sample.project.entity(patel).unwrap();
    let marked = Span {
        id: SpanId(1),
        entity: Some(EntityId(7)),
        ..crate::sample::span_in("Patel again", reference.id, "speaker", &[(0, 5)])
    };
    more.entities = vec![Entity {
        id: EntityId(7),
        ..stored
    }];
    more.layers = vec![LayerBundle {
        layer: reference,
        annotator,
        spans: vec![marked],
        links: Vec::new(),
        questions: Vec::new(),
    }];
    sample
        .project
        .add_documents("add", vec![more], NOW)
        .unwrap();
    let counted = |sample: &Sample| {
        let counts = sample.project.mention_counts(&[patel]).unwrap();
        let summary = sample.project.entity_summary(patel).unwrap();
        let listed = sample.project.mentions(patel, 0, 10).unwrap();
        assert_eq!(counts, [summary.mentions]);
        assert_eq!(listed.len(), counts[0] as usize);
        listed
            .into_iter()
            .map(|mention| mention.span)
            .collect::<Vec<_>>()
    };
    assert_eq!(counted(&sample), [own]);
    let others = |sample: &Sample| {
        let annotator = sample.project.layer(sample.layer).unwrap().annotator;
        sample.project.others_who_name(patel, annotator).unwrap()
    };
    assert_eq!(others(&sample), ["Reference"]);
    let document = sample.document;
    edited(&mut sample, |edits, _| {
        let mut document = edits.document(document)?;
        document.removed_at = Some(NOW);
        edits.update_document(&document)
    });
    assert!(counted(&sample).is_empty());
    sample.project.undo(NOW).unwrap();
    assert_eq!(counted(&sample), [own]);
}

#[test]
fn merging_joins_names_and_links_and_touches_no_span() {
    let mut sample = sample();
    let patel = made(&mut sample, "person", "Vedant Patel");
    let short = made(&mut sample, "person", "Patel");
    let shorter = made(&mut sample, "person", "P.");
    let office = made(&mut sample, "organisation", "Office");
    let mention = mentioned(&mut sample, short, (0, 5));
    let claim = edited(&mut sample, |edits, layer| {
        let claim = edits.insert_span(span(layer, "claim", &[(12, 31)]))?;
        let target = Target::Mention {
            span: mention,
            entity: Some(short),
        };
        edits.insert_link(link(layer, "said_by", claim, target))?;
        for (head, tail) in [(patel, office), (short, office), (short, patel)] {
            edits.insert_entity_link(EntityLink {
                id: EntityLinkId::UNSTORED,
                uid: uid(),
                kind: "affiliated_with".to_owned(),
                head,
                tail,
            })?;
        }
        edits.merge_entities(shorter, short)?;
        Ok(claim)
    });
    let before = (
        sample.project.register().unwrap(),
        sample.project.spans(sample.layer).unwrap(),
        sample.project.links(sample.layer).unwrap(),
    );
    let merged = edited(&mut sample, |edits, _| edits.merge_entities(short, patel));
    assert_eq!(merged.aliases, ["Patel", "P."]);
    let project = &sample.project;
    for id in [short, shorter] {
        assert_eq!(project.standing_entity(id).unwrap().id, patel);
    }
    assert_eq!(project.spans(sample.layer).unwrap(), before.1);
    assert_eq!(project.links(sample.layer).unwrap(), before.2);
    // One link says that Patel is of the office, and none that he is of himself.
    let links = project.entity_links().unwrap();
    assert_eq!(
        links
            .iter()
            .map(|link| (link.head, link.tail))
            .collect::<Vec<_>>(),
        [(patel, office)]
    );
    let summary = EntitySummary {
        mentions: 1,
        links: 1,
        articles: 1,
    };
    assert_eq!(project.entity_summary(patel).unwrap(), summary);
    assert_eq!(project.merged_into(patel).unwrap(), [short, shorter]);
    let speaker: String = rusqlite::Connection::open(project.path())
        .unwrap()
        .query_row("SELECT speaker_entity FROM claims", [], |row| row.get(0))
        .unwrap();
    assert_eq!(speaker, "Vedant Patel");
    sample.project.undo(NOW).unwrap().unwrap();
    let after = (
        sample.project.register().unwrap(),
        sample.project.spans(sample.layer).unwrap(),
        sample.project.links(sample.layer).unwrap(),
    );
    assert_eq!(after, before);
    let refused = sample.project.edit("merge", None, NOW, |edits| {
        edits.merge_entities(shorter, short)
    });
    assert!(matches!(refused, Err(StoreError::Invalid(_))));
    assert_ne!(claim, mention);
}

#[test]
fn splitting_moves_the_mentions_chosen_and_the_links_to_them() {
    let mut sample = sample();
    let patel = made(&mut sample, "person", "Patel");
    let first = mentioned(&mut sample, patel, (0, 5));
    let second = mentioned(&mut sample, patel, (6, 10));
    edited(&mut sample, |edits, layer| {
        let claim = edits.insert_span(span(layer, "claim", &[(12, 31)]))?;
        let target = Target::Mention {
            span: second,
            entity: Some(patel),
        };
        edits.insert_link(link(layer, "said_by", claim, target))
    });
    let other = edited(&mut sample, |edits, _| {
        edits.split_entity(&[second], entity("person", "Another Patel"))
    });
    let of = |sample: &Sample, id| sample.project.span(id).unwrap().entity;
    assert_eq!(
        (of(&sample, first), of(&sample, second)),
        (Some(patel), Some(other))
    );
    let links = sample.project.links(sample.layer).unwrap();
    assert_eq!(links[0].target.entity(), Some(other));
    sample.project.undo(NOW).unwrap().unwrap();
    assert_eq!(of(&sample, second), Some(patel));
    assert!(matches!(
        sample.project.entity(other),
        Err(StoreError::NotFound { .. })
    ));
    sample.project.redo(NOW).unwrap().unwrap();
    assert_eq!(of(&sample, second), Some(other));
}

#[test]
fn what_another_program_writes_is_listed_too() {
    let (_folder, mut project) = empty();
    let reader = Project::open(project.path(), Access::Read).unwrap();
    assert!(found(&reader, "").is_empty());
    project
        .edit("edit", None, NOW, |edits| {
            edits.insert_entity(entity("person", "Patel"))
        })
        .map_err(|error: StoreError| error)
        .unwrap();
    assert_eq!(found(&reader, ""), ["Patel"]);
}
