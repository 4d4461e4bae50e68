//! The corpus written in a format, read back as every export is.

use super::articles;
use postil_core::bundle::Bundle;
use postil_core::scheme::{DEFAULT, Scheme};
use postil_formats::files::InMemory;
use postil_formats::option::Options;
use postil_formats::{Around, Format, Losses};

pub fn scheme() -> Scheme {
    Scheme::parse(DEFAULT).unwrap()
}

/// The files of the whole corpus.
pub fn written(id: &str, options: &[(&str, &str)]) -> InMemory {
    written_of(id, options, &articles::all()).0
}

/// The files of these articles, their losses, and how many spans were
/// written. They are read back and compared.
pub fn written_of(
    id: &str,
    options: &[(&str, &str)],
    bundles: &[Bundle],
) -> (InMemory, Losses, usize) {
    let format = Format::by_id(id).unwrap();
    let options = Options::of(format.options, options.iter().copied()).unwrap();
    let scheme = scheme();
    let mut files = InMemory::default();
    let mut losses = Losses::new();
    let mut spans = 0;
    let mut writer = (format.writer)(&scheme, &options);
    for bundle in bundles {
        spans += writer.write(bundle, &mut files).unwrap().spans;
        losses.merge((format.losses)(bundle, &scheme, &options));
    }
    let around = Around {
        scheme: DEFAULT,
        register: &articles::register(),
    };
    losses.merge(writer.finish(&around, &mut files).unwrap());
    let mut again = InMemory::default();
    (format.again)(&files, &scheme, &options, &mut again).unwrap();
    for (name, content) in &files.files {
        let other = again
            .files
            .get(name)
            .map(|other| String::from_utf8_lossy(other));
        assert_eq!(
            other,
            Some(String::from_utf8_lossy(content)),
            "{id}: {name}"
        );
    }
    assert_eq!(again.files.len(), files.files.len(), "{id}");
    (files, losses, spans)
}
