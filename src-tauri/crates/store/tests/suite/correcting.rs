//! New versions of an article.

use crate::history::mark;
use crate::sample::{NOW, Sample, TEXT, article, sample, uid};
use postil_core::bundle::Bundle;
use postil_core::correction::carry;
use postil_core::document::Document;
use postil_core::id::DocumentId;
use postil_core::text::Text;
use postil_store::{DocumentFilter, StoreError};

const CORRECTED: &str = "Patel said: \"We look forward 😀 to more talks.\"\n\nВ Баку, говорит он, \"прямой диалог\" важен.\n北京说，自由很重要。";

/// The article with its annotations over another text.
fn corrected(sample: &Sample, old: DocumentId, text: &str) -> Bundle {
    let bundle = sample.project.bundle(old, |_| true).unwrap();
    let carried = carry(
        &bundle,
        &Text::new(bundle.text.clone()),
        &Text::from(text),
        uid,
    );
    Bundle {
        document: Document {
            uid: uid(),
            ..bundle.document.clone()
        },
        text: text.to_owned(),
        layers: carried.layers,
        zones: carried.zones,
        ..bundle
    }
}

fn whole(sample: &Sample, document: DocumentId) -> Bundle {
    sample.project.bundle(document, |_| true).unwrap()
}

fn listed(sample: &Sample, in_bin: bool) -> Vec<DocumentId> {
    let filter = DocumentFilter {
        in_bin,
        ..DocumentFilter::default()
    };
    let rows = sample.project.documents(&filter).unwrap();
    rows.into_iter().map(|row| row.document.id).collect()
}

#[test]
fn a_correction_takes_the_place_of_the_article_and_goes_back_exactly() {
    let mut sample = sample();
    let old = sample.document;
    mark(&mut sample.project, (old, sample.layer), (13, 40));
    mark(&mut sample.project, (old, sample.layer), (0, 5));
    let before = whole(&sample, old);
    let bundle = corrected(&sample, old, CORRECTED);
    let (new, _) = sample.project.correct("correct", old, bundle, NOW).unwrap();

    assert_eq!(listed(&sample, false), [new]);
    assert_eq!(listed(&sample, true), []);
    assert_eq!(sample.project.document_ids().unwrap(), [new]);
    assert_eq!(sample.project.document(new).unwrap().version_of, Some(old));
    assert_eq!(sample.project.newer_version(old).unwrap(), Some(new));
    assert_eq!(sample.project.newer_version(new).unwrap(), None);
    let counts = sample.project.counts().unwrap();
    assert_eq!((counts.documents, counts.in_bin, counts.spans), (1, 0, 2));
    assert_eq!(sample.project.search("more talks", 9).unwrap(), [new]);
    assert_eq!(sample.project.search("forward", 9).unwrap(), [new]);
    let after = whole(&sample, new);
    let quotes: Vec<String> = after.layers[0]
        .spans
        .iter()
        .map(postil_core::span::Span::quote)
        .collect();
    assert_eq!(quotes, ["Patel", "We look forward 😀 to more talks."]);
    // The old version is there as it was.
    let mut kept = whole(&sample, old);
    kept.document.removed_at = None;
    assert_eq!(kept, before);

    sample.project.undo(NOW).unwrap().unwrap();
    assert_eq!(whole(&sample, old), before);
    assert_eq!(listed(&sample, false), [old]);
    assert_eq!(listed(&sample, true), [new]);
    assert_eq!(sample.project.document(new).unwrap().version_of, None);
    sample.project.redo(NOW).unwrap().unwrap();
    assert_eq!(whole(&sample, new), after);
    assert_eq!(listed(&sample, false), [new]);
    assert_eq!(
        sample.project.check(true).unwrap().problems,
        Vec::<String>::new()
    );
}

#[test]
fn only_the_newest_version_is_corrected_and_only_to_a_text_that_is_new() {
    let mut sample = sample();
    let old = sample.document;
    let same = corrected(&sample, old, TEXT);
    assert!(matches!(
        sample.project.correct("correct", old, same, NOW),
        Err(StoreError::Duplicate { .. })
    ));
    let bundle = corrected(&sample, old, CORRECTED);
    sample.project.correct("correct", old, bundle, NOW).unwrap();
    let again = corrected(&sample, old, "Something else.");
    assert!(matches!(
        sample.project.correct("correct", old, again, NOW),
        Err(StoreError::Invalid(_))
    ));
}

#[test]
fn earlier_versions_stay_as_long_as_the_article_and_go_with_it() {
    let mut sample = sample();
    let first = sample.document;
    let bundle = corrected(&sample, first, CORRECTED);
    let (second, _) = sample
        .project
        .correct("correct", first, bundle, NOW)
        .unwrap();
    let bundle = corrected(&sample, second, "Patel said nothing.");
    let (third, _) = sample
        .project
        .correct("correct", second, bundle, NOW)
        .unwrap();
    let other = article("Other", "Other");
    let other = sample
        .project
        .add_documents("add", vec![other], NOW)
        .unwrap()
        .added[0];
    let put_away = |sample: &mut Sample, id| {
        sample
            .project
            .edit("bin", None, NOW, |edits| -> Result<(), StoreError> {
                let mut document = edits.document(id)?;
                document.removed_at = Some(NOW);
                edits.update_document(&document)
            })
            .unwrap();
    };
    put_away(&mut sample, other);
    assert_eq!(sample.project.empty_bin(NOW).unwrap(), 1);
    assert_eq!(sample.project.text(first).unwrap(), TEXT);
    put_away(&mut sample, third);
    assert_eq!(listed(&sample, true), [third]);
    assert_eq!(sample.project.empty_bin(NOW).unwrap(), 1);
    for gone in [first, second, third] {
        assert!(sample.project.document(gone).is_err());
    }
    assert_eq!(
        sample.project.check(true).unwrap().problems,
        Vec::<String>::new()
    );
}
