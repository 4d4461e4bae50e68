use super::corpus::file;
use super::*;

fn text_of(name: &str) -> String {
    let reading = read_plain(name, &file(name)).unwrap();
    assert_eq!(reading.kind, Kind::Pdf);
    reading.articles[0].text.clone()
}

#[test]
fn columns_are_read_one_after_the_other_and_words_joined() {
    let text = text_of("two-columns.pdf");
    let paragraphs: Vec<&str> = text.trim_end().split("\n\n").collect();
    assert_eq!(paragraphs.len(), 6, "{text}");
    assert_eq!(paragraphs[0], "Old tramway line to open again");
    assert_eq!(
        paragraphs[2],
        "“This is the connection that everybody on the eastern side of the river has been missing,” said Marta \
         Ellingsen, who chairs the administration. She called the reconstruction of the four stations an \
         extraordinarily complicated undertaking."
    );
    assert!(
        paragraphs[4].contains("The well-known architect Ines Corvo"),
        "{text}"
    );
    assert!(paragraphs[5].ends_with("The first test journeys are to begin in the spring."));
}

#[test]
fn other_scripts_are_read_from_where_they_begin() {
    assert_eq!(
        text_of("cyrillic.pdf"),
        "Міська бібліотека відкрила нову читальну залу, повідомила директорка Оксана Левко.\n\n\
         «Тут буде тихо і світло», — сказала вона журналістам.\n"
    );
    assert_eq!(
        text_of("arabic.pdf"),
        "افتتحت البلدية 3 مكتبات جديدة في المدينة.\n\nوقالت المديرة ليلى منصور إن الدخول مجاني.\n"
    );
}

#[test]
fn pages_without_text_are_said_to_be_pictures() {
    let refused = read_plain("scanned.pdf", &file("scanned.pdf")).unwrap_err();
    assert_eq!(refused, Refusal::Scanned { pages: 1 });
    let named = Kind::Pdf;
    let refused = read_plain("a.pdf", b"Rain.").unwrap_err();
    assert_eq!(refused, Refusal::NotWhatItSays { named });
    let reading = read_plain("a.docx", &file("cyrillic.pdf")).unwrap();
    assert_eq!((reading.kind, reading.named), (Kind::Pdf, Some(Kind::Docx)));
}

/// A PDF of these objects, from 1; the first is the catalogue.
fn made(objects: &[String]) -> Vec<u8> {
    let mut out = b"%PDF-1.4\n".to_vec();
    let mut places = Vec::new();
    for (number, object) in (1..).zip(objects) {
        places.push(out.len());
        out.extend(format!("{number} 0 obj\n{object}\nendobj\n").bytes());
    }
    let table = out.len();
    out.extend(format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1).bytes());
    for place in places {
        out.extend(format!("{place:010} 00000 n \n").bytes());
    }
    let size = objects.len() + 1;
    out.extend(
        format!("trailer\n<< /Size {size} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n").bytes(),
    );
    out
}

fn stream(dictionary: &str, content: &str) -> String {
    let length = content.len();
    format!("<< {dictionary} /Length {length} >>\nstream\n{content}\nendstream")
}

/// A page that paints `content`, with `form` as its piece called X.
fn with_form(content: &str, form: &str) -> Vec<u8> {
    made(&[
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_owned(),
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 300] /Contents 4 0 R \
         /Resources << /XObject << /X 5 0 R >> /Font << /F 6 0 R >> >> >>"
            .to_owned(),
        stream("", content),
        form.to_owned(),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
            .to_owned(),
    ])
}

#[test]
fn what_never_ends_is_not_begun() {
    let began = std::time::Instant::now();
    let content = "BT /F 12 Tf 20 200 Td (It rained all night.) Tj ET /X Do";
    let itself = stream(
        "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 5 0 R >> >>",
        "/X Do /X Do",
    );
    let reading = read_plain("a.pdf", &with_form(content, &itself)).unwrap();
    assert_eq!(reading.articles[0].text, "It rained all night.\n");
    let without = stream("/Type /XObject /Subtype /Form /BBox [0 0 9 9]", "/X Do");
    let reading = read_plain("a.pdf", &with_form(content, &without)).unwrap();
    assert_eq!(reading.articles[0].text, "It rained all night.\n");

    let circle = made(&[
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        "<< /Type /Pages /Kids [3 0 R 2 0 R] /Count 1 /Parent 2 0 R >>".to_owned(),
        "<< /Type /Page /Parent 2 0 R /Contents 4 0 R >>".to_owned(),
        stream("", "BT ET"),
    ]);
    assert!(read_plain("a.pdf", &circle).is_err());
    let deep = made(&["[".repeat(200_000)]);
    assert!(read_plain("a.pdf", &deep).is_err());
    assert!(began.elapsed().as_secs() < 60, "{:?}", began.elapsed());
}

#[test]
fn a_piece_that_unpacks_to_too_much_is_refused() {
    use flate2::{Compression, write::ZlibEncoder};
    use std::io::Write;
    let mut packer = ZlibEncoder::new(Vec::new(), Compression::fast());
    let zeros = vec![b' '; 1024 * 1024];
    for _ in 0..80 {
        packer.write_all(&zeros).unwrap();
    }
    let packed = packer.finish().unwrap();
    for kind in ["/Type /ObjStm /N 1 /First 4", "/Type /XObject"] {
        let mut bytes =
            b"%PDF-1.5\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< ".to_vec();
        bytes.extend(
            format!(
                "{kind} /Filter /FlateDecode /Length {} >>\nstream\n",
                packed.len()
            )
            .bytes(),
        );
        bytes.extend(&packed);
        bytes.extend(b"\nendstream\nendobj\ntrailer\n<< /Root 1 0 R /Size 3 >>\n%%EOF\n");
        let began = std::time::Instant::now();
        assert!(read_plain("a.pdf", &bytes).is_err(), "{kind}");
        assert!(began.elapsed().as_secs() < 30, "{:?}", began.elapsed());
    }
}
