//! Full-text search.

use crate::sample::{NOW, article, empty};
use postil_core::id::DocumentId;
use postil_core::text::fold;
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
        ("สันติ", vec![6]),
        ("ต้องการสันติ", vec![6]),
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

/// The words of a text as the table has them, folded.
fn words_of(text: &str) -> Vec<String> {
    fold(text)
        .split(|c: char| !(c.is_alphanumeric() || is_sign(c)))
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

/// Vowel signs and tone marks, which begin nothing.
fn is_sign(c: char) -> bool {
    matches!(c, '\u{0900}'..='\u{0903}' | '\u{093A}'..='\u{094F}' | '\u{0E31}' | '\u{0E34}'..='\u{0E3A}' | '\u{0E47}'..='\u{0E4E}')
}

proptest! {
    /// Where words are written without spaces a search finds what a plain scan
    /// for the same stretch finds.
    #[test]
    fn a_search_finds_what_a_scan_of_the_texts_finds(which in prop_oneof![Just(3_usize), Just(6)], from in 0_usize..40, length in 1_usize..9) {
        thread_local! {
            static LIBRARY: (tempfile::TempDir, Project, Vec<DocumentId>) = library();
        }
        let text: Vec<char> = TEXTS[which].1.chars().collect();
        let stretch: Vec<char> = text.iter().skip(from).take(length).copied().collect();
        let whole = stretch.iter().all(|c| c.is_alphanumeric() || is_sign(*c));
        let next = text.get(from + length);
        let at_edges = stretch.first().is_some_and(|c| !is_sign(*c)) && !next.is_some_and(|c| is_sign(*c));
        prop_assume!(whole && at_edges);
        let query: String = stretch.iter().collect();
        let wanted = fold(&query);
        let found = LIBRARY.with(|(_, project, _)| project.search(&query, 10)).unwrap();
        let expected = LIBRARY.with(|(_, _, ids)| -> Vec<DocumentId> {
            let scan = TEXTS.iter().zip(ids).filter(|((title, text), _)| {
                fold(title).contains(&wanted) || fold(text).contains(&wanted)
            });
            scan.map(|(_, id)| *id).collect()
        });
        prop_assert_eq!(found, expected, "{}", query);
    }

    /// Elsewhere it finds the articles in which a word begins so.
    #[test]
    fn a_search_finds_the_words_that_begin_so(which in 0_usize..8, word in 0_usize..12, length in 2_usize..12) {
        thread_local! {
            static LIBRARY: (tempfile::TempDir, Project, Vec<DocumentId>) = library();
        }
        prop_assume!(which != 3 && which != 6);
        let words = words_of(TEXTS[which].1);
        let word: String = words[word % words.len()].chars().take(length).collect();
        // A single letter is looked for as a word.
        prop_assume!(word.chars().filter(|c| c.is_alphanumeric()).count() > 1);
        let found = LIBRARY.with(|(_, project, _)| project.search(&word, 10)).unwrap();
        let expected = LIBRARY.with(|(_, _, ids)| -> Vec<DocumentId> {
            let scan = TEXTS.iter().zip(ids).filter(|((title, text), _)| {
                let words = words_of(title).into_iter().chain(words_of(text));
                words.into_iter().any(|other| other.starts_with(&word))
            });
            scan.map(|(_, id)| *id).collect()
        });
        prop_assert_eq!(found, expected, "{}", word);
    }

    #[test]
    fn no_query_is_an_error(query in any::<String>()) {
        thread_local! {
            static LIBRARY: (tempfile::TempDir, Project, Vec<DocumentId>) = library();
        }
        LIBRARY.with(|(_, project, _)| project.search(&query, 10).map(|_| ())).unwrap();
    }
}
