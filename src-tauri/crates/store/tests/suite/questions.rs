//! Questions for the team, and files from before there were any.

use crate::sample::{NOW, article, layer, sample, span, uid};
use postil_core::bundle::LayerBundle;
use postil_core::id::{AnnotatorId, DocumentId, LayerId, QuestionId, SpanId};
use postil_core::layer::Annotator;
use postil_core::question::{Answer, Question, Subject};
use postil_core::span::Flag;
use postil_store::{Access, Project, StoreError};
use std::path::{Path, PathBuf};

fn question(layer: LayerId, span: SpanId, by: AnnotatorId, text: &str) -> Question {
    Question {
        id: QuestionId::UNSTORED,
        uid: uid(),
        layer,
        span,
        text: text.to_owned(),
        asked_at: NOW,
        asked_by: by,
        answer: None,
    }
}

fn answer(by: AnnotatorId) -> Answer {
    Answer {
        text: "Yes.".to_owned(),
        at: NOW + 1,
        by,
        subject: Subject {
            link: None,
            label: "claim".to_owned(),
            attribute: None,
            value: None,
        },
        scheme_version: 2,
    }
}

fn is_flagged(project: &Project, span: SpanId) -> bool {
    project.span(span).unwrap().flags.contains(&Flag::Question)
}

#[test]
fn a_span_is_flagged_while_a_question_about_it_is_open() {
    let mut sample = sample();
    let (document, in_layer) = (sample.document, sample.layer);
    let by = sample.project.layer(in_layer).unwrap().annotator;
    let project = &mut sample.project;
    let mut edit =
        |work: &mut dyn FnMut(&mut postil_store::Edits<'_>) -> Result<(), StoreError>| {
            project
                .edit("ask", Some(document), NOW, |edits| work(edits))
                .map(|_| ())
        };
    let (mut first, mut other, mut asked) = (SpanId(0), SpanId(0), Vec::new());
    edit(&mut |edits| {
        first = edits.insert_span(span(in_layer, "claim", &[(0, 5)]))?;
        other = edits.insert_span(span(in_layer, "claim", &[(6, 9)]))?;
        for text in ["Where does it end?", "Is it one?"] {
            asked.push(edits.insert_question(question(in_layer, first, by, text))?);
        }
        Ok(())
    })
    .unwrap();
    edit(&mut |edits| edits.delete_question(asked[0])).unwrap();
    edit(&mut |edits| {
        let moved = Question {
            span: other,
            ..edits.question(asked[1])?
        };
        edits.update_question(&moved)
    })
    .unwrap();
    let flags = |project: &Project| (is_flagged(project, first), is_flagged(project, other));
    assert_eq!(flags(&sample.project), (false, true));
    sample.project.undo(NOW).unwrap();
    assert_eq!(flags(&sample.project), (true, false));
    sample.project.undo(NOW).unwrap();
    assert_eq!(sample.project.questions_of(in_layer).unwrap().len(), 2);
    sample.project.redo(NOW).unwrap();
    sample.project.redo(NOW).unwrap();
    let answered = Question {
        answer: Some(answer(by)),
        ..sample.project.question(asked[1]).unwrap()
    };
    sample
        .project
        .edit("answer", Some(document), NOW, |edits| {
            edits.update_question(&answered)
        })
        .unwrap();
    assert_eq!(flags(&sample.project), (false, false));
    assert_eq!(sample.project.questions_of(in_layer).unwrap(), [answered]);
    assert!(sample.project.check(true).unwrap().is_clean());
}

#[test]
fn a_question_goes_with_its_span_and_comes_back_with_it() {
    let mut sample = sample();
    let by = sample.project.layer(sample.layer).unwrap().annotator;
    let made = sample
        .project
        .edit("ask", None, NOW, |edits| -> Result<_, StoreError> {
            let claim = edits.insert_span(span(sample.layer, "claim", &[(0, 5)]))?;
            edits.insert_question(question(sample.layer, claim, by, "Why?"))?;
            Ok(claim)
        });
    let claim = made.unwrap().0;
    let before = sample.project.bundle(sample.document, |_| true).unwrap();
    sample
        .project
        .edit("delete", None, NOW, |edits| edits.delete_span(claim))
        .unwrap();
    assert!(
        sample
            .project
            .questions_of(sample.layer)
            .unwrap()
            .is_empty()
    );
    sample.project.undo(NOW).unwrap();
    assert_eq!(
        sample.project.bundle(sample.document, |_| true).unwrap(),
        before
    );
    let mut document = sample.project.document(sample.document).unwrap();
    document.removed_at = Some(NOW);
    sample
        .project
        .edit("remove", None, NOW, |edits| {
            edits.update_document(&document)
        })
        .unwrap();
    assert_eq!(sample.project.empty_bin(NOW).unwrap(), 1);
}

#[test]
fn a_question_lies_in_the_layer_of_its_span() {
    let mut sample = sample();
    let by = sample.project.layer(sample.layer).unwrap().annotator;
    let refused = sample
        .project
        .edit("ask", None, NOW, |edits| -> Result<(), StoreError> {
            let claim = edits.insert_span(span(sample.layer, "claim", &[(0, 5)]))?;
            let second = edits.insert_layer(layer(sample.document, by))?;
            edits
                .insert_question(question(second, claim, by, "Why?"))
                .map(|_| ())
        });
    assert!(
        matches!(refused, Err(StoreError::Invalid(_))),
        "{refused:?}"
    );
}

#[test]
fn an_added_article_brings_its_questions() {
    let mut sample = sample();
    let given = LayerId(4);
    let mut bundle = article("Rain", "It rains, she said.");
    let asker = Annotator {
        id: AnnotatorId(9),
        uid: uid(),
        name: "Ben".to_owned(),
    };
    let text = postil_core::text::Text::new(bundle.text.clone());
    let mut claim = span(given, "claim", &[(0, 8)]);
    claim.id = SpanId(7);
    claim.fragments =
        postil_core::span::fragments(&text, vec![postil_core::text::offsets::Extent::of(0, 8)])
            .unwrap();
    let asked = Question {
        answer: Some(answer(asker.id)),
        ..question(given, claim.id, asker.id, "Hers?")
    };
    let mut own = layer(DocumentId(1), asker.id);
    own.id = given;
    bundle.layers = vec![LayerBundle {
        layer: own,
        annotator: asker,
        spans: vec![claim],
        links: Vec::new(),
        questions: vec![asked.clone()],
    }];
    let mut stranger = bundle.clone();
    stranger.document.uid = uid();
    stranger.text.push('!');
    stranger.layers[0].questions[0].asked_by = AnnotatorId(10);
    let refused = sample.project.add_documents("import", vec![stranger], NOW);
    assert!(
        matches!(refused, Err(StoreError::Invalid(_))),
        "{refused:?}"
    );
    let added = sample
        .project
        .add_documents("import", vec![bundle], NOW)
        .unwrap()
        .added[0];
    let kept = sample.project.bundle(added, |_| true).unwrap();
    let (found, span) = (&kept.layers[0].questions[0], kept.layers[0].spans[0].id);
    assert_eq!(
        (found.uid, found.span, &found.text),
        (asked.uid, span, &asked.text)
    );
    assert_eq!(found.asked_by, kept.layers[0].annotator.id);
    assert_eq!(
        found.answer.as_ref().map(|answer| answer.by),
        Some(found.asked_by)
    );
}

/// A project that a program of shape 1 made: one article with a claim, its
/// speaker, cue and place, seven steps.
fn of_shape_1(folder: &Path) -> PathBuf {
    let kept = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../tests/projects/shape-1.postil");
    let path = folder.join("old.postil");
    std::fs::copy(kept, &path).unwrap();
    path
}

#[test]
fn a_file_of_shape_1_is_read_as_it_is_and_brought_up_to_be_written() {
    let folder = tempfile::tempdir().unwrap();
    let path = of_shape_1(folder.path());
    let bytes = std::fs::read(&path).unwrap();
    let reader = Project::open(&path, Access::Read).unwrap();
    let document = reader.document_ids().unwrap()[0];
    let before = reader.bundle(document, |_| true).unwrap();
    assert_eq!(before.layers[0].spans.len(), 4);
    assert!(before.layers[0].questions.is_empty());
    drop(reader);
    assert_eq!(
        std::fs::read(&path).unwrap(),
        bytes,
        "reading changed the file"
    );

    let mut project = Project::open(&path, Access::Write).unwrap();
    assert_eq!(project.bundle(document, |_| true).unwrap(), before);
    assert_eq!(
        std::fs::read(folder.path().join("old.postil.shape-1"))
            .unwrap()
            .len(),
        bytes.len()
    );
    let (layer, claim) = (&before.layers[0].layer, before.layers[0].spans[0].id);
    let asked = question(layer.id, claim, layer.annotator, "Паром или порт?");
    project
        .edit("ask", Some(document), NOW, |edits| {
            edits.insert_question(asked)
        })
        .unwrap();
    // The history goes on where the old program left it.
    for step in [
        "ask",
        "step-unsure",
        "step-mark",
        "step-mark",
        "step-mark",
        "step-mark",
    ] {
        assert_eq!(project.undo(NOW).unwrap().unwrap().step, step);
    }
    assert!(
        project
            .bundle(document, |_| true)
            .unwrap()
            .layers
            .is_empty()
    );
    for _ in 0..6 {
        project.redo(NOW).unwrap().unwrap();
    }
    assert_eq!(project.questions_of(layer.id).unwrap().len(), 1);
    assert!(project.check(true).unwrap().is_clean());
}

#[test]
fn what_was_marked_before_a_version_is_what_a_plain_scan_finds() {
    let mut sample = sample();
    let by = sample.project.layer(sample.layer).unwrap().annotator;
    let mut documents = vec![sample.document];
    let more = sample
        .project
        .add_documents(
            "import",
            vec![
                article("Second", crate::sample::TEXT.trim_end_matches('。')),
                article("In the bin", &format!("{} ", crate::sample::TEXT)),
            ],
            NOW + 5,
        )
        .unwrap();
    documents.extend(more.added);
    sample
        .project
        .edit("mark", None, NOW, |edits| -> Result<(), StoreError> {
            let mut gold = layer(sample.document, by);
            gold.kind = postil_core::layer::LayerKind::Gold;
            let gold = edits.insert_layer(gold)?;
            let other = edits.insert_annotator(Annotator {
                id: AnnotatorId::UNSTORED,
                uid: uid(),
                name: "Ben".to_owned(),
            })?;
            let of_other = edits.insert_layer(layer(sample.document, other))?;
            let mut layers = vec![sample.layer, gold, of_other];
            for document in &documents[1..] {
                layers.push(edits.insert_layer(layer(*document, by))?);
            }
            for (n, layer) in layers.into_iter().cycle().take(60).enumerate() {
                let n = u32::try_from(n).unwrap_or_default();
                let mut marked = span(layer, ["claim", "place"][n as usize % 2], &[(59 - n, 60)]);
                marked.scheme_version = n % 4;
                edits.insert_span(marked)?;
            }
            let mut gone = edits.document(documents[2])?;
            gone.removed_at = Some(NOW);
            edits.update_document(&gone)
        })
        .unwrap();
    let project = &sample.project;
    for version in 0..5 {
        let mut scanned = Vec::new();
        for document in project.document_ids().unwrap() {
            let bundle = project.bundle(document, |_| true).unwrap();
            if bundle.document.removed_at.is_some() {
                continue;
            }
            for own in bundle.layers.iter().filter(|own| {
                own.annotator.name == "Ada"
                    && own.layer.kind == postil_core::layer::LayerKind::Annotation
            }) {
                let old = own
                    .spans
                    .iter()
                    .filter(|span| span.label == "claim" && span.scheme_version < version);
                scanned.extend(old.map(|span| (span.id, document)));
            }
        }
        let found = project.marked_before(by, "claim", version, 100).unwrap();
        assert_eq!(found, scanned, "version {version}");
        let count = project.count_marked_before(by, "claim", version).unwrap();
        assert_eq!(count as usize, scanned.len());
        let first = project.marked_before(by, "claim", version, 3).unwrap();
        assert_eq!(first, scanned[..scanned.len().min(3)]);
    }
    assert!(project.count_marked_before(by, "claim", 4).unwrap() > 3);
}
