//! Readers of other formats never panic, whatever the files hold.

use super::articles;
use super::export::{scheme, written_of};
use postil_formats::files::InMemory;
use postil_formats::option::Options;
use postil_formats::{Format, Reading};
use proptest::prelude::*;

/// The formats whose readers are tried here.
const FORMATS: &[&str] = &["brat", "conll", "label-studio", "doccano", "spacy"];

fn formats() -> impl Iterator<Item = &'static Format> {
    FORMATS.iter().map(|id| Format::by_id(id).unwrap())
}

fn read(format: &Format, files: &InMemory, repair: bool) -> usize {
    let (scheme, options) = (scheme(), Options::default());
    let Some(read) = format.reader else { return 0 };
    let reader = read(Reading {
        source: files,
        scheme: &scheme,
        options: &options,
        repair,
        now: 0,
    });
    // A reader may go on after a refusal, and ends all the same.
    reader.take(10_000).filter(Result::is_ok).count()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_bytes_make_a_reader_panic(bytes in prop::collection::vec(any::<u8>(), 0..200), repair in any::<bool>()) {
        for format in formats() {
            let mut files = InMemory::default();
            for end in format.extensions {
                files.files.insert(format!("a{end}"), bytes.clone());
            }
            read(format, &files, repair);
        }
    }

    #[test]
    fn no_change_of_a_file_makes_a_reader_panic(
        at in any::<prop::sample::Index>(),
        file in any::<prop::sample::Index>(),
        noise in prop::collection::vec(any::<u8>(), 0..4),
        gone in 0_usize..4,
        repair in any::<bool>(),
    ) {
        for format in formats() {
            let (mut files, ..) = written_of(format.id, &[], &articles::all()[..2]);
            let names: Vec<String> = files.files.keys().cloned().collect();
            let content = files.files.get_mut(file.get(&names)).unwrap();
            let start = if content.is_empty() { 0 } else { at.index(content.len()) };
            let end = (start + gone).min(content.len());
            content.splice(start..end, noise.iter().copied());
            read(format, &files, repair);
        }
    }
}
