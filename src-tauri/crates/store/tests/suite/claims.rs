//! The table of claims against a plain scan of all articles, after any
//! sequence of edits.

mod plain;

use crate::sample::{NOW, Sample, TEXT, article, entity, layer, link, sample, span, uid};
use plain::expected;
use postil_core::attribute::{Attribute, Value};
use postil_core::id::{DocumentId, LayerId, QuestionId, SpanId};
use postil_core::layer::{LayerKind, LayerStatus};
use postil_core::link::{Link, Special, Target};
use postil_core::question::Question;
use postil_core::span::{Flag, Span};
use postil_store::{
    ClaimColumn, ClaimFilter, ClaimMark, ClaimOrder, ClaimScope, ClaimTable, Project, StoreError,
    Viewer,
};
use proptest::prelude::*;
use proptest::sample::{Index, select};

fn scope(project: &Project) -> ClaimScope {
    let own = |word: &str| vec![word.to_owned()];
    ClaimScope {
        viewer: Viewer {
            annotator: project.annotators().unwrap()[0].id,
            kind: LayerKind::Annotation,
        },
        labels: own("claim"),
        mentions: false,
        source_links: own("said_by"),
        cue_labels: own("cue"),
        place_labels: own("place"),
    }
}

fn whole(project: &mut Project) -> ClaimTable {
    let scope = scope(project);
    let mut table = ClaimTable::new(project, scope);
    while !table.is_whole() {
        table.read_on(project, 2).unwrap();
    }
    table
}

#[track_caller]
fn same(project: &Project, table: &mut ClaimTable, filter: &ClaimFilter, order: &ClaimOrder) {
    let count = table.find(filter, order);
    let rows = table.page(project, 0, count).unwrap();
    let shown: Vec<_> = rows
        .into_iter()
        .map(|row| {
            (
                (row.document, row.title, row.status, row.number),
                (row.span, row.words, row.values, row.noted),
                (row.speakers, row.cues, row.flags.len()),
            )
        })
        .collect();
    let plain: Vec<_> = expected(project, filter, order)
        .into_iter()
        .map(|claim| {
            (
                (claim.document, claim.title, claim.status, claim.number),
                (
                    claim.span.id,
                    claim.span.quote(),
                    claim.span.attributes.clone(),
                    !claim.span.note.is_empty(),
                ),
                (claim.speakers, claim.cues, claim.span.flags.len()),
            )
        })
        .collect();
    assert_eq!(shown, plain, "{filter:?} {order:?}");
}

#[derive(Clone, Debug)]
enum Action {
    Mark(Index, u32, u32, u32, &'static str),
    Link(Index, Index, Index, bool),
    Source(Index, Index, Option<bool>),
    Value(Index, Index, Option<Value>),
    Note(Index, Index, &'static str),
    Unsure(Index, Index),
    Delete(Index, Index),
    Named(Index, Index, &'static str),
    Rename(Index, &'static str),
    Merge(Index, Index),
    Title(Index, &'static str),
    Done(Index),
    Bin(Index),
    Add(&'static str),
    Undo,
    Redo,
}

const WORDS: [&str; 6] = ["", "Élysée", "elysee", "北京", "Баку", "zeal"];

fn action() -> impl Strategy<Value = Action> {
    let length = u32::try_from(TEXT.chars().count()).unwrap();
    let one = any::<Index>;
    let word = || select(&WORDS[..]);
    let label = select(&["claim", "claim", "cue", "speaker", "place"][..]);
    let value = prop_oneof![
        Just(None),
        select(&["fact", "plan", "10", "9.5", "zeal"][..]).prop_map(|id| Some(Value::from(id))),
        any::<bool>().prop_map(|yes| Some(Value::from(yes))),
        Just(Some(Value::Several(vec!["plan".into(), "fact".into()]))),
    ];
    prop_oneof![
        8 => (one(), 0..length, 1..20_u32, 0..3_u32, label)
            .prop_map(|(n, a, b, c, label)| Action::Mark(n, a, b, c, label)),
        6 => (one(), one(), one(), any::<bool>()).prop_map(|(n, a, b, cue)| Action::Link(n, a, b, cue)),
        2 => (one(), one(), any::<Option<bool>>()).prop_map(|(n, a, to)| Action::Source(n, a, to)),
        3 => (one(), one(), value).prop_map(|(n, a, value)| Action::Value(n, a, value)),
        1 => (one(), one(), word()).prop_map(|(n, a, note)| Action::Note(n, a, note)),
        1 => (one(), one()).prop_map(|(n, a)| Action::Unsure(n, a)),
        2 => (one(), one()).prop_map(|(n, a)| Action::Delete(n, a)),
        2 => (one(), one(), word()).prop_map(|(n, a, name)| Action::Named(n, a, name)),
        1 => (one(), word()).prop_map(|(n, name)| Action::Rename(n, name)),
        1 => (one(), one()).prop_map(|(a, b)| Action::Merge(a, b)),
        1 => (one(), word()).prop_map(|(n, title)| Action::Title(n, title)),
        1 => one().prop_map(Action::Done),
        1 => one().prop_map(Action::Bin),
        2 => word().prop_map(Action::Add),
        3 => Just(Action::Undo),
        2 => Just(Action::Redo),
    ]
}

fn act(project: &mut Project, action: &Action) {
    let ids = project.document_ids().unwrap();
    let annotator = project.annotators().unwrap()[0].id;
    match action {
        // Whose claims they are is settled before the table is made.
        Action::Undo if project.next_undo().unwrap().unwrap().step == "begin" => {}
        Action::Undo => drop(project.undo(NOW).unwrap()),
        Action::Redo => drop(project.redo(NOW).unwrap()),
        Action::Add(title) => {
            let text = format!("{TEXT}\n{}", project.document_ids().unwrap().len());
            let bundle = article(title, &text);
            drop(project.add_documents("add", vec![bundle], NOW).unwrap());
        }
        Action::Rename(n, name) => {
            let all = project.entities().unwrap();
            let Some(mut entity) = all.get(n.index(all.len().max(1))).cloned() else {
                return;
            };
            entity.name = (*name).to_owned();
            edit(project, None, |edits| edits.update_entity(&entity));
        }
        Action::Merge(a, b) => {
            let all = project.entities().unwrap();
            if all.is_empty() {
                return;
            }
            let (mut one, other) = (a.get(&all).clone(), b.get(&all).id);
            one.merged_into = Some(other);
            edit(project, None, |edits| edits.update_entity(&one));
        }
        _ if ids.is_empty() => {}
        Action::Bin(n) => {
            let id = *n.get(&ids);
            edit(project, Some(id), |edits| {
                let mut document = edits.document(id)?;
                document.removed_at = Some(NOW);
                edits.update_document(&document)
            });
        }
        Action::Title(n, title) => {
            let id = *n.get(&ids);
            edit(project, Some(id), |edits| {
                let mut document = edits.document(id)?;
                document.title = (*title).to_owned();
                edits.update_document(&document)
            });
        }
        Action::Mark(n, ..)
        | Action::Link(n, ..)
        | Action::Source(n, ..)
        | Action::Value(n, ..)
        | Action::Note(n, ..)
        | Action::Unsure(n, _)
        | Action::Delete(n, _)
        | Action::Named(n, ..)
        | Action::Done(n) => {
            let id = *n.get(&ids);
            let there = project
                .layer_of(id, annotator, LayerKind::Annotation)
                .unwrap();
            edit(project, Some(id), |edits| {
                let own = match &there {
                    Some(there) => there.id,
                    None => edits.insert_layer(layer(id, annotator))?,
                };
                in_layer(edits, own, there, action)
            });
        }
    }
}

/// What the store refuses changes nothing, and so must the table.
fn edit(
    project: &mut Project,
    document: Option<DocumentId>,
    work: impl FnOnce(&mut postil_store::Edits<'_>) -> Result<(), StoreError>,
) {
    match project.edit("edit", document, NOW, work) {
        Ok(_) | Err(StoreError::Invalid(_) | StoreError::Duplicate { .. }) => {}
        other => drop(other.unwrap()),
    }
}

fn in_layer(
    edits: &mut postil_store::Edits<'_>,
    own: LayerId,
    there: Option<postil_core::layer::Layer>,
    action: &Action,
) -> Result<(), StoreError> {
    let spans = edits.spans(own)?;
    let chosen = |index: &Index| spans.get(index.index(spans.len().max(1))).cloned();
    let mut change = |index: &Index, change: &mut dyn FnMut(&mut Span)| match chosen(index) {
        Some(mut span) => {
            change(&mut span);
            edits.update_span(&span)
        }
        None => Ok(()),
    };
    match action {
        Action::Mark(_, start, length, gap, label) => {
            let end = u32::try_from(TEXT.chars().count()).unwrap();
            let (start, stop) = (*start, (start + length).min(end));
            let second = stop + gap + 1;
            let mut extents = vec![(start, stop)];
            if *gap > 0 && second < end {
                extents.push((second, end));
            }
            edits.insert_span(span(own, label, &extents)).map(drop)
        }
        Action::Link(_, head, tail, cue) => {
            let (Some(head), Some(tail)) = (chosen(head), chosen(tail)) else {
                return Ok(());
            };
            let sourced = edits.links_of(head.id)?;
            let special = |link: &Link| matches!(link.target, Target::Special(_));
            if head.id == tail.id || sourced.iter().any(special) {
                return Ok(());
            }
            let kind = if *cue { "cued_by" } else { "said_by" };
            // Only a cue signals.
            if *cue && tail.label != "cue" || !*cue && tail.label == "cue" {
                return Ok(());
            }
            let target = Target::Mention {
                span: tail.id,
                entity: tail.entity,
            };
            edits
                .insert_link(link(own, kind, head.id, target))
                .map(drop)
        }
        Action::Source(_, head, to) => {
            let Some(head) = chosen(head) else {
                return Ok(());
            };
            for old in edits.links_of(head.id)? {
                if old.kind == "said_by" {
                    edits.delete_link(old.id)?;
                }
            }
            let special = match to {
                None => return Ok(()),
                Some(true) => Special::Author,
                Some(false) => Special::NotGiven,
            };
            let target = Target::Special(special);
            edits
                .insert_link(link(own, "said_by", head.id, target))
                .map(drop)
        }
        Action::Value(_, of, value) => change(of, &mut |span| match value {
            Some(value) => drop(
                span.attributes
                    .insert("statement".to_owned(), Attribute::by_hand(value.clone())),
            ),
            None => drop(span.attributes.remove("statement")),
        }),
        Action::Note(_, of, note) => change(of, &mut |span| span.note = (*note).to_owned()),
        Action::Unsure(_, of) => change(of, &mut |span| {
            if !span.flags.remove(&Flag::Unsure) {
                span.flags.insert(Flag::Unsure);
            }
        }),
        Action::Delete(_, of) => match chosen(of) {
            Some(span) => edits.delete_span(span.id).map(drop),
            None => Ok(()),
        },
        Action::Named(_, of, name) => {
            let id = edits.insert_entity(entity("person", name))?;
            // A cue stands for nobody.
            match chosen(of).filter(|span| span.label != "cue") {
                Some(mut span) => {
                    span.entity = Some(id);
                    edits.update_span(&span)
                }
                None => Ok(()),
            }
        }
        Action::Done(_) => match there {
            Some(mut layer) => {
                layer.status = LayerStatus::Done;
                edits.update_layer(&layer)
            }
            None => Ok(()),
        },
        _ => Ok(()),
    }
}

fn column() -> impl Strategy<Value = ClaimColumn> {
    select(vec![
        ClaimColumn::Place,
        ClaimColumn::Words,
        ClaimColumn::Speaker,
        ClaimColumn::Cue,
        ClaimColumn::Title,
        ClaimColumn::Value("statement".into(), vec!["plan".into(), "fact".into()]),
    ])
}

fn filter() -> impl Strategy<Value = ClaimFilter> {
    let mark = select(vec![
        None,
        None,
        Some(ClaimMark::Flag("unsure".into())),
        Some(ClaimMark::Note),
        Some(ClaimMark::NoSource),
        Some(ClaimMark::Source(Special::Author)),
    ]);
    let value = select(vec![None, None, Some(None), Some(Some("fact"))]);
    let status = select(vec![None, None, Some(LayerStatus::Done)]);
    let words = select(vec!["", "", "patel", "自由 说", "баку", "elysee"]);
    let speaker = select(vec!["", "", "elysee", "бак"]);
    (speaker, mark, value, status, words).prop_map(|(speaker, mark, value, status, words)| {
        ClaimFilter {
            label: None,
            speaker: speaker.to_owned(),
            values: value
                .map(|value| ("statement".to_owned(), value.map(str::to_owned)))
                .into_iter()
                .collect(),
            mark,
            status,
            language: None,
            words: words.to_owned(),
        }
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn the_table_lists_what_a_plain_scan_finds(
        before in proptest::collection::vec(action(), 0..30),
        after in proptest::collection::vec(action(), 0..30),
        filters in proptest::collection::vec((filter(), column(), any::<bool>()), 1..4),
    ) {
        let Sample { folder: _folder, mut project, .. } = sample();
        for action in &before {
            act(&mut project, action);
        }
        let mut table = whole(&mut project);
        for action in &after {
            act(&mut project, action);
            prop_assert!(table.follow(&mut project).unwrap());
            for (filter, column, descending) in &filters {
                let order = ClaimOrder { column: column.clone(), descending: *descending };
                same(&project, &mut table, filter, &order);
            }
        }
        same(&project, &mut table, &ClaimFilter::default(), &ClaimOrder::default());
    }
}

#[test]
fn a_table_half_read_follows_too() {
    let Sample {
        folder: _folder,
        mut project,
        document,
        layer: own,
    } = sample();
    for n in 0..6 {
        let bundle = article(&format!("Article {n}"), &format!("{TEXT}{n}"));
        project.add_documents("add", vec![bundle], NOW).unwrap();
    }
    let scope = scope(&project);
    let mut table = ClaimTable::new(&mut project, scope);
    table.read_on(&project, 2).unwrap();
    assert!(!table.is_whole());
    let last = *project.document_ids().unwrap().last().unwrap();
    for (n, id) in [document, last].into_iter().enumerate() {
        edit(&mut project, Some(id), |edits| {
            let own = if id == document {
                own
            } else {
                let annotator = postil_core::id::AnnotatorId(1);
                edits.insert_layer(layer(id, annotator))?
            };
            let at = u32::try_from(n).unwrap();
            edits.insert_span(span(own, "claim", &[(at, 9)])).map(drop)
        });
    }
    assert!(table.follow(&mut project).unwrap());
    assert_eq!(
        table.find(&ClaimFilter::default(), &ClaimOrder::default()),
        1
    );
    while !table.is_whole() {
        table.read_on(&project, 2).unwrap();
    }
    same(
        &project,
        &mut table,
        &ClaimFilter::default(),
        &ClaimOrder::default(),
    );
    assert_eq!(table.place_of(SpanId(2)), Some(1));
    assert_eq!(table.place_of(SpanId(9)), None);
}

#[test]
fn another_scheme_asks_for_another_table() {
    let Sample {
        folder: _folder,
        mut project,
        ..
    } = sample();
    let mut table = whole(&mut project);
    let mut scheme = project.scheme().unwrap();
    scheme.version += 1;
    edit(&mut project, None, |edits| edits.update_scheme(&scheme));
    assert!(!table.follow(&mut project).unwrap());
}

#[test]
fn a_question_that_waits_is_found_like_a_flag() {
    let Sample {
        folder: _folder,
        mut project,
        layer: own,
        ..
    } = sample();
    let asked_by = project.annotators().unwrap()[0].id;
    let mut id = SpanId::UNSTORED;
    edit(&mut project, None, |edits| {
        id = edits.insert_span(span(own, "claim", &[(0, 5)]))?;
        edits.insert_span(span(own, "claim", &[(6, 9)])).map(drop)
    });
    let mut table = whole(&mut project);
    let filter = ClaimFilter {
        mark: Some(ClaimMark::Flag("question".into())),
        ..ClaimFilter::default()
    };
    assert_eq!(table.find(&filter, &ClaimOrder::default()), 0);
    let asked = project.edit("ask", None, NOW, |edits| {
        edits
            .insert_question(Question {
                id: QuestionId::UNSTORED,
                uid: uid(),
                layer: own,
                span: id,
                text: "Is this one claim?".to_owned(),
                asked_at: NOW,
                asked_by,
                answer: None,
            })
            .map(drop)
    });
    asked.map_err(|error: StoreError| error).unwrap();
    assert!(table.follow(&mut project).unwrap());
    assert_eq!(table.find(&filter, &ClaimOrder::default()), 1);
    assert_eq!(table.page(&project, 0, 9).unwrap()[0].flags, ["question"]);
    project.undo(NOW).unwrap();
    assert!(table.follow(&mut project).unwrap());
    assert_eq!(table.find(&filter, &ClaimOrder::default()), 0);
}
