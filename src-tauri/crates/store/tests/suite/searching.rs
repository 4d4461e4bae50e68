//! Full-text search.

use crate::sample::{NOW, article, empty};
use postil_core::id::DocumentId;
use postil_store::{Project, StoreError};
use proptest::prelude::*;

const TEXTS: [(&str, &str); 8] = [
    (
        "Talks",
        "Washington hosts another round of peace talks. Élysée says so.",
    ),
    (
        "Danışıqlar",
        "Bakıda sülh danışıqları başladı. İlham Əliyev dedi.",
    ),
    ("Переговоры", "Россия ведёт переговоры в Москве."),
    ("言論", "言論の自由は大切だ。北京说，自由很重要。"),
    ("محادثات", "قَالَ أحمد إنّ المحادثات بدأت."),
    ("שיחות", "שָׁלוֹם אמר הדובר."),
    ("การเจรจา", "ประเทศไทยต้องการสันติภาพ"),
    ("वार्ता", "हिन्दी में शांति वार्ता हुई।"),
];

fn library() -> (tempfile::TempDir, Project, Vec<DocumentId>) {
    let (folder, mut project) = empty();
    let bundles = TEXTS
        .iter()
        .map(|(title, text)| article(title, text))
        .collect();
    let added = project.add_documents("import", bundles, NOW).unwrap().added;
    (folder, project, added)
}

#[test]
fn words_are_found_in_every_script() {
    let (_folder, project, ids) = library();
    for (query, found) in [
        ("peace talks", vec![0]),
        ("\"peace talks\"", vec![0]),
        ("\"talks peace\"", vec![]),
        ("elysee", vec![0]),
        ("WASH", vec![0]),
        ("sulh", vec![1]),
        ("ilham", vec![1]),
        ("ведет", vec![2]),
        ("переговор", vec![2]),
        ("自由", vec![3]),
        ("由", vec![3]),
        ("重要", vec![3]),
        ("由自", vec![]),
        ("言論の自由", vec![3]),
        ("احمد", vec![4]),
        ("قال", vec![4]),
        ("שלום", vec![5]),
        ("สันติภาพ", vec![6]),
        ("शांति", vec![7]),
        ("हिन्द", vec![7]),
        ("nothing", vec![]),
        ("…", vec![]),
        ("", vec![]),
        ("a\" OR \"b", vec![]),
    ] {
        let expected: Vec<DocumentId> = found.into_iter().map(|n: usize| ids[n]).collect();
        assert_eq!(project.search(query, 10).unwrap(), expected, "{query}");
    }
    assert_eq!(project.search("s", 10).unwrap().len(), 0);
}

#[test]
fn a_new_title_is_found_and_the_bin_is_not() {
    let (_folder, mut project, ids) = library();
    let edit = |project: &mut Project, change: fn(&mut postil_core::document::Document)| {
        project
            .edit(
                "edit",
                Some(ids[0]),
                NOW,
                |edits| -> Result<(), StoreError> {
                    let mut document = edits.document(ids[0])?;
                    change(&mut document);
                    edits.update_document(&document)
                },
            )
            .unwrap();
    };
    edit(&mut project, |document| {
        document.title = "Gespräche".to_owned()
    });
    assert_eq!(project.search("gesprache", 10).unwrap(), [ids[0]]);
    assert_eq!(project.search("peace", 10).unwrap(), [ids[0]]);
    edit(&mut project, |document| document.removed_at = Some(NOW));
    assert!(project.search("peace", 10).unwrap().is_empty());
    project.undo(NOW).unwrap();
    assert_eq!(project.search("peace", 10).unwrap(), [ids[0]]);
    project.undo(NOW).unwrap();
    assert!(project.search("gesprache", 10).unwrap().is_empty());
    assert!(project.check(true).unwrap().is_clean());
}

#[test]
fn every_stretch_of_a_text_without_spaces_is_found() {
    let (_folder, project, ids) = library();
    let text: Vec<char> = TEXTS[3].1.chars().collect();
    for length in 1..5 {
        for stretch in text
            .windows(length)
            .filter(|stretch| stretch.iter().all(|c| c.is_alphanumeric()))
        {
            let query: String = stretch.iter().collect();
            assert_eq!(project.search(&query, 10).unwrap(), [ids[3]], "{query}");
        }
    }
}

proptest! {
    #[test]
    fn no_query_is_an_error(query in any::<String>()) {
        thread_local! {
            static LIBRARY: (tempfile::TempDir, Project, Vec<DocumentId>) = library();
        }
        LIBRARY.with(|(_, project, _)| project.search(&query, 10).map(|_| ())).unwrap();
    }
}
