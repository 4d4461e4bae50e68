//! Any sequence of edits, undos and redos: undoing all leads to the start,
//! redoing all to the end, and each step to exactly the rows that were there.

use crate::sample::{NOW, Sample, TEXT, article, entity, link, sample, span};
use postil_core::attribute::Attribute;
use postil_core::document::{LanguageMark, Zone, ZoneKind, ZoneState};
use postil_core::entity::EntityLink;
use postil_core::id::{EntityLinkId, LanguageId, QuestionId, ZoneId};
use postil_core::link::{Special, Target};
use postil_core::question::Question;
use postil_core::text::offsets::{CodePoint, Extent};
use postil_store::{Access, Edits, EntityFilter, EntityOrder, Project, StoreError};
use proptest::prelude::*;
use proptest::sample::Index;

#[derive(Clone, Debug)]
enum Action {
    Mark(u32, u32, bool),
    Answer(Index, String),
    Nudge(Index, u32),
    DeleteSpan(Index),
    Link(Index, Index),
    Source(Index, bool),
    Mention(Index, Index),
    AddEntity(String),
    Merge(Index, Index),
    MergeAll(Index, Index),
    Split(Index, Index, String),
    DeleteEntity(Index),
    Affiliate(Index, Index),
    Zone(u32, u32),
    Language(f64),
    Rename(String),
    Bin,
    Add(u8),
    Scheme(u32),
    Ask(Index, String),
    Withdraw(Index),
    Undo,
    Redo,
}

fn action() -> impl Strategy<Value = Action> {
    let length = u32::try_from(TEXT.chars().count()).unwrap();
    let (at, other) = (0..length, 0..length);
    prop_oneof![
        6 => (at.clone(), other.clone(), any::<bool>()).prop_map(|(a, b, two)| Action::Mark(a, b, two)),
        2 => (any::<Index>(), "[a-zа-я]{0,4}").prop_map(|(n, text)| Action::Answer(n, text)),
        3 => (any::<Index>(), other.clone()).prop_map(|(n, end)| Action::Nudge(n, end)),
        3 => any::<Index>().prop_map(Action::DeleteSpan),
        4 => (any::<Index>(), any::<Index>()).prop_map(|(a, b)| Action::Link(a, b)),
        1 => (any::<Index>(), any::<bool>()).prop_map(|(n, author)| Action::Source(n, author)),
        3 => (any::<Index>(), any::<Index>()).prop_map(|(a, b)| Action::Mention(a, b)),
        2 => "[A-Z][a-z]{1,5}".prop_map(Action::AddEntity),
        2 => (any::<Index>(), any::<Index>()).prop_map(|(a, b)| Action::Merge(a, b)),
        2 => (any::<Index>(), any::<Index>()).prop_map(|(a, b)| Action::MergeAll(a, b)),
        2 => (any::<Index>(), any::<Index>(), "[A-Z][a-z]{1,5}").prop_map(|(a, b, name)| Action::Split(a, b, name)),
        1 => any::<Index>().prop_map(Action::DeleteEntity),
        1 => (any::<Index>(), any::<Index>()).prop_map(|(a, b)| Action::Affiliate(a, b)),
        1 => (at, other).prop_map(|(a, b)| Action::Zone(a, b)),
        1 => (0.0..=1.0).prop_map(Action::Language),
        1 => "[A-Z]{1,3}".prop_map(Action::Rename),
        1 => Just(Action::Bin),
        1 => any::<u8>().prop_map(Action::Add),
        1 => (0..9_u32).prop_map(Action::Scheme),
        2 => (any::<Index>(), "[A-Z?]{1,4}").prop_map(|(n, text)| Action::Ask(n, text)),
        1 => any::<Index>().prop_map(Action::Withdraw),
        8 => Just(Action::Undo),
        6 => Just(Action::Redo),
    ]
}

/// The register as it is listed, in each order.
fn listed(project: &Project) -> String {
    let orders = [
        EntityOrder::Name,
        EntityOrder::Mentions,
        EntityOrder::Recent,
    ];
    let pages = orders.map(|order| {
        let filter = EntityFilter {
            order,
            limit: 100,
            ..EntityFilter::default()
        };
        project.entity_page(&filter).unwrap()
    });
    format!("{pages:#?}")
}

/// Everything that a person can see, row ids too.
fn dump(project: &Project) -> String {
    let ids = project.document_ids().unwrap();
    let bundles: Vec<_> = ids
        .iter()
        .map(|id| project.bundle(*id, |_| true).unwrap())
        .collect();
    let rest = (
        project.register().unwrap(),
        project.annotators().unwrap(),
        project.scheme().unwrap(),
    );
    format!("{bundles:#?}{rest:#?}{}", listed(project))
}

fn edit(edits: &mut Edits<'_>, on: &Here, action: &Action) -> Result<(), StoreError> {
    let layer = on.layer;
    let spans = edits.spans(layer)?;
    let entities = edits.entities()?;
    let chosen = |index: &Index| spans.get(index.index(spans.len().max(1))).cloned();
    let named = |index: &Index| entities.get(index.index(entities.len().max(1))).cloned();
    match action {
        Action::Mark(a, b, two) => {
            let (start, end) = (*a.min(b), *a.max(b) + 1);
            let extents = if *two && end - start > 4 {
                vec![(start, start + 1), (end - 1, end)]
            } else {
                vec![(start, end)]
            };
            edits.insert_span(span(layer, "claim", &extents))?;
        }
        Action::Answer(index, text) => {
            let Some(mut there) = chosen(index) else {
                return Ok(());
            };
            there
                .attributes
                .insert("topic".to_owned(), Attribute::by_rule(text.as_str()));
            there.note.clone_from(text);
            edits.update_span(&there)?;
        }
        Action::Nudge(index, end) => {
            let Some(mut there) = chosen(index) else {
                return Ok(());
            };
            edits.coalesce_with_previous(&format!("end of {}", there.id));
            let start = there.hull().start.0;
            if start < *end {
                there.fragments = span(layer, "claim", &[(start, *end)]).fragments;
            }
            edits.update_span(&there)?;
        }
        Action::DeleteSpan(index) => {
            let Some(there) = chosen(index) else {
                return Ok(());
            };
            edits.delete_span(there.id)?;
        }
        Action::Link(head, tail) => {
            let (Some(head), Some(tail)) = (chosen(head), chosen(tail)) else {
                return Ok(());
            };
            if head.id != tail.id {
                let target = Target::Mention {
                    span: tail.id,
                    entity: tail.entity,
                };
                edits.insert_link(link(layer, "said_by", head.id, target))?;
            }
        }
        Action::Source(head, author) => {
            let Some(head) = chosen(head) else {
                return Ok(());
            };
            for old in edits.links_of(head.id)? {
                edits.delete_link(old.id)?;
            }
            let special = if *author {
                Special::Author
            } else {
                Special::NotGiven
            };
            edits.insert_link(link(layer, "said_by", head.id, Target::Special(special)))?;
        }
        Action::Mention(index, name) => {
            let Some(mut there) = chosen(index) else {
                return Ok(());
            };
            there.entity = named(name).map(|entity| entity.id);
            edits.update_span(&there)?;
        }
        Action::AddEntity(name) => {
            edits.insert_entity(entity("person", name))?;
        }
        Action::Merge(one, other) => {
            let (Some(mut one), Some(other)) = (named(one), named(other)) else {
                return Ok(());
            };
            one.merged_into = if one.merged_into.is_some() {
                None
            } else {
                Some(other.id)
            };
            edits.update_entity(&one)?;
        }
        Action::MergeAll(one, other) => {
            let (Some(one), Some(other)) = (named(one), named(other)) else {
                return Ok(());
            };
            edits.merge_entities(one.id, other.id)?;
        }
        Action::Split(one, other, name) => {
            let mentions: Vec<_> = [chosen(one), chosen(other)]
                .into_iter()
                .flatten()
                .map(|span| span.id)
                .collect();
            edits.split_entity(&mentions, entity("person", name))?;
        }
        Action::DeleteEntity(index) => {
            let Some(there) = named(index) else {
                return Ok(());
            };
            edits.delete_entity(there.id)?;
        }
        Action::Affiliate(one, other) => {
            let (Some(one), Some(other)) = (named(one), named(other)) else {
                return Ok(());
            };
            edits.insert_entity_link(EntityLink {
                id: EntityLinkId::UNSTORED,
                uid: crate::sample::uid(),
                kind: "affiliated_with".to_owned(),
                head: one.id,
                tail: other.id,
            })?;
        }
        Action::Zone(a, b) => {
            edits.insert_zone(Zone {
                id: ZoneId::UNSTORED,
                uid: crate::sample::uid(),
                document: on.document,
                start: CodePoint(*a.min(b)),
                end: CodePoint(*a.max(b) + 1),
                kind: ZoneKind::Skip,
                reason: String::new(),
                state: ZoneState::Accepted,
                by: None,
            })?;
        }
        Action::Language(confidence) => {
            for old in edits.languages(on.document)? {
                edits.delete_language(old.id)?;
            }
            edits.insert_language(LanguageMark {
                id: LanguageId::UNSTORED,
                document: on.document,
                extent: Some(Extent::of(0, 5)),
                tag: "en".to_owned(),
                confidence: *confidence,
                guess: None,
                detector: "test".to_owned(),
                detector_version: "1".to_owned(),
                by_hand: false,
            })?;
        }
        Action::Rename(title) => {
            let mut document = edits.document(on.document)?;
            document.title.clone_from(title);
            edits.update_document(&document)?;
        }
        Action::Bin => {
            let mut document = edits.document(on.document)?;
            document.removed_at = if document.removed_at.is_some() {
                None
            } else {
                Some(NOW)
            };
            edits.update_document(&document)?;
        }
        Action::Scheme(version) => {
            let mut scheme = edits.current_scheme()?;
            scheme.version = *version;
            edits.update_scheme(&scheme)?;
        }
        Action::Ask(index, text) => {
            let Some(there) = chosen(index) else {
                return Ok(());
            };
            edits.insert_question(Question {
                id: QuestionId::UNSTORED,
                uid: crate::sample::uid(),
                layer,
                span: there.id,
                text: text.clone(),
                asked_at: NOW,
                asked_by: edits.layer(layer)?.annotator,
                answer: None,
            })?;
        }
        Action::Withdraw(index) => {
            let Some(there) = chosen(index) else {
                return Ok(());
            };
            for question in edits.questions_of(there.id)? {
                edits.delete_question(question.id)?;
            }
        }
        Action::Add(_) | Action::Undo | Action::Redo => {}
    }
    Ok(())
}

struct Here {
    document: postil_core::id::DocumentId,
    layer: postil_core::id::LayerId,
}

/// The states that the line of history leads through.
struct Line {
    states: Vec<String>,
    at: usize,
    joins: Option<String>,
}

impl Line {
    fn step(&mut self, state: String, joins: Option<String>) {
        let joined = joins.is_some() && joins == self.joins;
        self.joins = joins;
        self.states.truncate(self.at + 1);
        if joined {
            self.states[self.at] = state;
        } else {
            self.states.push(state);
            self.at += 1;
        }
    }
}

fn run(sample: &mut Sample, line: &mut Line, action: &Action) -> Result<(), TestCaseError> {
    let here = Here {
        document: sample.document,
        layer: sample.layer,
    };
    match action {
        Action::Undo => {
            let undone = sample.project.undo(NOW + 1).unwrap();
            prop_assert_eq!(undone.is_some(), line.at > 0);
            line.at = line.at.saturating_sub(1);
            line.joins = if undone.is_some() {
                None
            } else {
                line.joins.take()
            };
            prop_assert_eq!(&dump(&sample.project), &line.states[line.at]);
        }
        Action::Redo => {
            let redone = sample.project.redo(NOW + 2).unwrap();
            prop_assert_eq!(redone.is_some(), line.at + 1 < line.states.len());
            if redone.is_some() {
                line.at += 1;
                line.joins = None;
            }
            prop_assert_eq!(&dump(&sample.project), &line.states[line.at]);
        }
        Action::Add(n) => {
            let given = vec![article("More", &format!("text {n}"))];
            if !sample
                .project
                .add_documents("import", given, NOW)
                .unwrap()
                .added
                .is_empty()
            {
                line.step(dump(&sample.project), None);
            }
        }
        other => {
            let name = if matches!(other, Action::Nudge(..)) {
                "nudge"
            } else {
                "edit"
            };
            let mut joins = None;
            if let Action::Nudge(index, _) = other {
                let spans = sample.project.spans(here.layer).unwrap();
                joins = spans
                    .get(index.index(spans.len().max(1)))
                    .map(|span| span.id.to_string());
            }
            let before = dump(&sample.project);
            match sample
                .project
                .edit(name, Some(here.document), NOW, |edits| {
                    edit(edits, &here, other)
                }) {
                Ok(((), changes)) if changes.is_empty() => {
                    prop_assert_eq!(before, dump(&sample.project))
                }
                Ok(_) => line.step(dump(&sample.project), joins),
                Err(StoreError::Invalid(_)) => prop_assert_eq!(before, dump(&sample.project)),
                Err(error) => return Err(TestCaseError::fail(error.to_string())),
            }
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn undoing_all_leads_to_the_start_and_redoing_all_to_the_end(
        actions in prop::collection::vec(action(), 1..50)
    ) {
        let mut sample = sample();
        // Two steps made the sample; the line tested starts after them.
        let made = sample.project.next_undo().unwrap();
        let mut line = Line { states: vec![dump(&sample.project)], at: 0, joins: None };
        for action in &actions {
            if line.at == 0 && matches!(action, Action::Undo) {
                prop_assert_eq!(&sample.project.next_undo().unwrap(), &made);
                continue;
            }
            run(&mut sample, &mut line, action)?;
        }
        let path = sample.project.path().to_owned();
        // Read beside the writer, the list is made anew.
        let anew = Project::open(&path, Access::Read).unwrap();
        prop_assert_eq!(listed(&sample.project), listed(&anew));
        drop(anew);
        sample.project.close().unwrap();
        sample.project = Project::open(&path, Access::Write).unwrap();
        prop_assert_eq!(&dump(&sample.project), &line.states[line.at]);
        while line.at > 0 {
            run(&mut sample, &mut line, &Action::Undo)?;
        }
        prop_assert_eq!(&sample.project.next_undo().unwrap(), &made);
        while line.at + 1 < line.states.len() {
            run(&mut sample, &mut line, &Action::Redo)?;
        }
        prop_assert!(sample.project.redo(NOW).unwrap().is_none());
        prop_assert_eq!(sample.project.check(true).unwrap().problems, Vec::<String>::new());
    }
}
