use super::*;
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;

/// An archive of these files.
fn packed(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in files {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(content).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn word(body: &str) -> Vec<u8> {
    let document = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:document xmlns:w=\"w\"><w:body>{body}</w:body></w:document>"
    );
    packed(&[("word/document.xml", document.as_bytes())])
}

fn open_document(body: &str) -> Vec<u8> {
    let content = format!(
        "<office:document-content><office:body><office:text>{body}</office:text></office:body></office:document-content>"
    );
    packed(&[
        ("mimetype", b"application/vnd.oasis.opendocument.text"),
        ("content.xml", content.as_bytes()),
    ])
}

fn text_of(name: &str, bytes: &[u8]) -> (String, LeftOut) {
    let mut reading = read_plain(name, bytes).unwrap();
    (reading.articles.remove(0).text, reading.left_out)
}

fn refused(name: &str, bytes: &[u8]) -> Refusal {
    read_plain(name, bytes).unwrap_err()
}

#[test]
fn tracked_changes_of_word_are_taken_as_accepted() {
    let bytes = word(
        "<w:p><w:r><w:t xml:space=\"preserve\">The mayor </w:t></w:r><w:ins><w:r><w:t>said</w:t></w:r></w:ins>\
         <w:del><w:r><w:delText>claimed</w:delText></w:r></w:del><w:r><w:t> that &amp;&#x201c;all&#8221;</w:t></w:r></w:p>\
         <w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>The end of this</w:t></w:r></w:p>\
         <w:p><w:r><w:t xml:space=\"preserve\"> is deleted.</w:t></w:r></w:p>\
         <w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc><w:p><w:r><w:t>gone</w:t></w:r></w:p></w:tc></w:tr>\
         <w:tr><w:tc><w:p><w:r><w:t>One</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>Two</w:t></w:r></w:p></w:tc></w:tr></w:tbl>",
    );
    let (text, left_out) = text_of("a.docx", &bytes);
    assert_eq!(
        text,
        "The mayor said that &“all”\n\nThe end of this is deleted.\n\nOne\nTwo\n"
    );
    assert_eq!(left_out.count(Left::Deleted), 2);
    let examples = &left_out.iter().next().unwrap().examples;
    assert_eq!(examples, &["claimed"]);
}

#[test]
fn what_stands_beside_the_text_of_word_is_left_out_and_said() {
    let bytes = word(
        "<w:p><w:pPr><w:tabs><w:tab/></w:tabs><w:numPr><w:numId w:val=\"2\"/></w:numPr></w:pPr><w:r><w:t>First</w:t><w:tab/>\
         <w:t>a</w:t><w:br/><w:t>b</w:t><w:footnoteReference w:id=\"2\"/></w:r></w:p>\
         <w:p><w:pPr><w:numPr><w:numId w:val=\"2\"/></w:numPr></w:pPr><w:r><w:t>Second</w:t></w:r>\
         <w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r><w:r><w:commentReference/></w:r></w:p>\
         <w:p><mc:AlternateContent><mc:Choice><w:drawing><wp:posOffset>12</wp:posOffset><w:txbxContent><w:p><w:r><w:t>In a box</w:t>\
         </w:r></w:p></w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict/></mc:Fallback></mc:AlternateContent>\
         <w:r><w:drawing><wp:posOffset>3</wp:posOffset></w:drawing></w:r></w:p>\
         <w:sectPr><w:headerReference/></w:sectPr>",
    );
    let (text, left_out) = text_of("a.docx", &bytes);
    assert_eq!(text, "First\ta\nb\nSecond\n");
    let counts: Vec<_> = left_out
        .iter()
        .map(|part| (part.what, part.count, part.examples.join(";")))
        .collect();
    let none = String::new;
    assert_eq!(
        counts,
        [
            (Left::Note, 1, none()),
            (Left::PageMargin, 1, none()),
            (Left::Comment, 1, none()),
            (Left::TextBox, 1, "In a box".to_owned()),
            (Left::Picture, 1, none()),
        ]
    );
}

#[test]
fn a_document_states_who_wrote_it_and_no_day_of_publishing() {
    let bytes = packed(&[
        ("word/document2.xml", b"<document><body><p><r><t>Rain.</t></r></p></body></document>"),
        ("_rels/.rels", b"<Relationships><Relationship Type=\"http://x/officeDocument\" Target=\"/word/document2.xml\"/></Relationships>"),
        ("docProps/core.xml", "<c><dc:title>Дождь</dc:title><dc:creator>I. Brandt</dc:creator><dcterms:created>2026-01-14T09:00:00Z</dcterms:created></c>".as_bytes()),
    ]);
    let reading = read_plain("a.odt", &bytes).unwrap();
    assert_eq!((reading.kind, reading.named), (Kind::Docx, Some(Kind::Odt)));
    let article = &reading.articles[0];
    assert_eq!(article.metadata.title.as_deref(), Some("Дождь"));
    assert_eq!(article.metadata.author.as_deref(), Some("I. Brandt"));
    assert_eq!(article.metadata.published, None);
    assert_eq!(article.other["created"], "2026-01-14");
}

#[test]
fn open_documents_give_their_text_with_changes_accepted() {
    let bytes = open_document(
        "<text:tracked-changes><text:changed-region><text:deletion><office:change-info><dc:creator>x</dc:creator>\
         </office:change-info><text:p>thrown out</text:p></text:deletion></text:changed-region></text:tracked-changes>\
         <text:h>Rain</text:h>\n<text:p>It  <text:span>rained</text:span><text:s text:c=\"2\"/>on\n  <text:change-start/>Monday\
         <text:note><text:note-body><text:p>A note</text:p></text:note-body></text:note>.<text:line-break/>Long.\
         <office:annotation><text:p>Really?</text:p></office:annotation></text:p>\
         <text:list><text:list-item><text:p>One</text:p></text:list-item><text:list-item><text:p>Two</text:p></text:list-item></text:list>\
         <text:p><draw:frame><draw:text-box><text:p>Boxed</text:p></draw:text-box></draw:frame></text:p>",
    );
    let (text, left_out) = text_of("a.odt", &bytes);
    assert_eq!(text, "Rain\n\nIt rained  on Monday.\nLong.\n\nOne\nTwo\n");
    let said: Vec<_> = left_out
        .iter()
        .map(|part| (part.what.id(), part.examples[0].as_str()))
        .collect();
    assert_eq!(
        said,
        [
            ("deleted", "thrown out"),
            ("note", "A note"),
            ("comment", "Really?"),
            ("text_box", "Boxed")
        ]
    );
}

#[test]
fn marks_of_markdown_are_not_text() {
    let source = b"---\nlayout: post\n---\n# The *mills* reopen\n\nThe [mayor](http://x.example) said\r\n`yes`  \nto **all**.[^1]\n\n\
        - One\n- Two\n  - Inner\n\n> Quoted\n\n![a picture](x.png)\n\n<div>x</div>\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n[^1]: A note.\n";
    let reading = read_plain("a.md", source).unwrap();
    let article = &reading.articles[0];
    assert_eq!(
        article.text,
        "The mills reopen\n\nThe mayor said yes\nto all.\n\nOne\nTwo\nInner\n\nQuoted\n\na\nb\n1\n2\n"
    );
    assert_eq!(article.metadata.title.as_deref(), Some("The mills reopen"));
    for what in [Left::Note, Left::Picture] {
        assert_eq!(reading.left_out.count(what), 1, "{what:?}");
    }
    assert!(reading.left_out.count(Left::Markup) >= 2);
}

#[test]
fn other_archives_are_told_apart() {
    let of = |files: &[(&str, &[u8])]| refused("a.docx", &packed(files));
    let stranger = Refusal::Stranger;
    assert_eq!(
        of(&[("xl/workbook.xml", b"<x/>")]),
        stranger(Stranger::Spreadsheet)
    );
    assert_eq!(
        of(&[("ppt/a.xml", b"<x/>")]),
        stranger(Stranger::Presentation)
    );
    assert_eq!(
        of(&[("../../etc/passwd", b"x")]),
        stranger(Stranger::Archive)
    );
    let named = Kind::Docx;
    assert_eq!(
        refused("a.docx", b"Rain."),
        Refusal::NotWhatItSays { named }
    );
    let missing = of(&[("word/styles.xml", b"<x/>")]);
    assert_eq!(missing, Refusal::NotWhatItSays { named });
    assert_eq!(refused("a.odt", &open_document("")), Refusal::NoText);
}

#[test]
fn documents_made_to_do_harm_are_refused_soon() {
    let began = std::time::Instant::now();
    let spaces = vec![b' '; 80 * 1024 * 1024];
    let bomb = packed(&[("word/document.xml", &spaces)]);
    assert!(bomb.len() < 1024 * 1024);
    assert!(matches!(
        refused("a.docx", &bomb),
        Refusal::UnpacksTooLarge { .. }
    ));

    let entities =
        "<!DOCTYPE d [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;'>]><document>&b;</document>";
    let bytes = packed(&[("word/document.xml", entities.as_bytes())]);
    assert_eq!(refused("a.docx", &bytes), Refusal::Entities);
    assert_eq!(refused("a.docx", &word("&unknown;")), Refusal::Entities);

    let deep = word(&"<w:sdt>".repeat(100_000));
    assert!(matches!(refused("a.docx", &deep), Refusal::TooDeep { .. }));

    let listed = b"PK\x01\x02".repeat(20_000);
    let many = [b"PK\x03\x04".as_slice(), &listed].concat();
    assert!(matches!(
        refused("a.docx", &many),
        Refusal::TooManyEntries { .. }
    ));

    let cut = word("<w:p><w:r><w:t>Rain");
    assert!(matches!(refused("a.docx", &cut), Refusal::Damaged { .. }));
    let whole = word("<w:p><w:r><w:t>Rain</w:t></w:r></w:p>");
    for length in (4..whole.len()).step_by(7) {
        assert!(read_plain("a.docx", &whole[..length]).is_err());
    }
    assert!(began.elapsed().as_secs() < 60, "{:?}", began.elapsed());
}
