use super::*;

/// A file of `tests/corpus/files`.
pub(super) fn file(name: &str) -> Vec<u8> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../tests/corpus/files/");
    std::fs::read(format!("{folder}{name}")).unwrap()
}

#[test]
fn the_encoding_of_each_text_is_found() {
    let cases = [
        (
            "river.windows-1251.txt",
            "windows-1251",
            "Река вернулась в берега\n",
        ),
        ("market.big5.txt", "Big5", "夜市重新開張\n"),
        (
            "bridge.shift_jis.txt",
            "Shift_JIS",
            "古い橋を残すことに決定\n",
        ),
        (
            "harbour.windows-1256.txt",
            "windows-1256",
            "عودة الصيادين إلى الميناء\n",
        ),
    ];
    for (name, encoding, title) in cases {
        let reading = read_plain(name, &file(name)).unwrap();
        let used = reading.encoding.unwrap();
        assert_eq!(
            (used.name, used.found_by, used.replaced),
            (encoding, FoundBy::Guess, 0)
        );
        let text = &reading.articles[0].text;
        assert!(text.starts_with(title), "{name}: {text}");
        let choices = Choices {
            encoding: Some(encoding.to_lowercase()),
            ..Choices::default()
        };
        let chosen = read(name, &file(name), &choices).unwrap();
        assert_eq!(&chosen.articles[0].text, text);
    }
}

#[test]
fn documents_with_tracked_changes_read_as_accepted() {
    let word = read_plain("tracked.docx", &file("tracked.docx")).unwrap();
    assert_eq!(
        word.articles[0].text,
        "School roof repaired\n\nThe roof of the school in Hallin was repaired in time, the council confirmed on \
         Friday.\n\n“The children are dry,” said head teacher Jonna Birk.\n"
    );
    assert_eq!(word.left_out.count(Left::Deleted), 1);
    let open = read_plain("tracked.odt", &file("tracked.odt")).unwrap();
    assert_eq!(
        open.articles[0].text,
        "Fähre fährt wieder\n\nDie Fähre über den Sund fährt wieder, sagte Kapitän Ole Wirth.\n\n\
         „Wir haben lange gewartet“, so Wirth.\n"
    );
    assert_eq!(open.left_out.count(Left::Note), 1);
}
