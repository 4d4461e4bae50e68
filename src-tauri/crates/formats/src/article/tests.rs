mod arbitrary;
mod corpus;
mod documents;
mod printed;
mod tables;

use super::*;

fn read_plain(name: &str, bytes: &[u8]) -> Result<Reading, Refusal> {
    read(name, bytes, &Choices::default())
}

#[test]
fn the_content_tells_what_a_file_is_and_its_name_where_it_does_not() {
    let page = b"\xef\xbb\xbf <!-- saved --> <!DOCTYPE HTML><title>Mills</title><p>Rain.";
    let reading = read_plain("mills.txt", page).unwrap();
    assert_eq!(
        (reading.kind, reading.named),
        (Kind::Html, Some(Kind::Text))
    );
    assert_eq!(reading.articles[0].text, "Rain.\n");
    assert_eq!(reading.articles[0].metadata.title.as_deref(), Some("Mills"));

    let reading = read_plain("PIECE.HTM", b"<p>Rain.<script>alert(1)</script>").unwrap();
    assert_eq!((reading.kind, reading.named), (Kind::Html, None));
    assert_eq!(reading.articles[0].text, "Rain.\n");
    for name in ["note", "a.text", ".hidden"] {
        let reading = read_plain(name, b"<p> is a tag").unwrap();
        assert_eq!((reading.kind, reading.named), (Kind::Text, None), "{name}");
        assert_eq!(reading.articles[0].text, "<p> is a tag");
    }
}

#[test]
fn files_that_hold_no_article_are_known_by_their_beginning() {
    let cases: &[(&str, &[u8], Stranger)] = &[
        ("a.txt", b"SQLite format 3\0...", Stranger::Database),
        (
            "a.docx",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1...",
            Stranger::OldWord,
        ),
        ("a.html", b"{\\rtf1 Rain}", Stranger::RichText),
        ("a.txt", b"\x89PNG\r\n\x1a\n", Stranger::Media),
        ("a.txt", b"\0\0\0\x18ftypmp42", Stranger::Media),
        ("a.txt", b"\x1f\x8b\x08", Stranger::Archive),
        ("a.txt", b"MZ\x90\0", Stranger::Program),
        ("a.mht", b"From: a browser", Stranger::PageArchive),
    ];
    for (name, bytes, stranger) in cases {
        let refused = read_plain(name, bytes).unwrap_err();
        assert_eq!(refused, Refusal::Stranger(*stranger), "{name}");
    }
    assert_eq!(
        read_plain("a.xyz", b"text").unwrap_err(),
        Refusal::UnknownKind {
            extension: "xyz".to_owned()
        }
    );
    assert_eq!(read_plain("a.txt", b"").unwrap_err(), Refusal::NoText);
    assert_eq!(read_plain("a.txt", b" \n ").unwrap_err(), Refusal::NoText);
    assert_eq!(
        read_plain("a.html", b"<script>x</script>").unwrap_err(),
        Refusal::NoText
    );
}

#[test]
fn every_kind_is_found_by_each_end_of_its_names() {
    for description in KINDS {
        assert_eq!(description.kind.description(), description);
        for extension in description.extensions {
            let name = format!("a.b.{}", extension.to_uppercase());
            assert_eq!(Kind::by_name(&name), Some(description.kind));
        }
    }
    assert_eq!(Kind::by_name("txt"), None);
}
