//! Pages pasted from a browser, and what is stated of articles.

use crate::program::Program;
use postil_app::clipboard::{Clipboard, Clipping};
use postil_app::problem::Code;
use serde_json::{Value, json};

const PAGE: &str = r#"<meta charset="utf-8"><title>Bread at one price | The Orvane Post</title>
<meta property="og:site_name" content="The Orvane Post"><link rel="canonical" href="https://post.example/bread">
<script>alert("never")</script><nav><a href="/">Home</a></nav><time datetime="2025-09-30">today</time>
<h1>Bread at one price until spring in all of Orvane</h1><p>By <a href="/odile">Odile Marchetti</a></p><time datetime="2025-02-12T08:00">12 Feb</time>
<p>The bakers of Orvane will sell bread at <a href="/price">one price</a> until April, their guild said on Monday.</p>
<p>“Nobody will go hungry,” Odo Brandt told reporters.</p>"#;

#[test]
fn a_page_becomes_paragraphs_and_says_what_it_is() {
    let mut program = Program::new();
    let page = program.call("read_page", json!({ "html": PAGE }));
    assert_eq!(
        page["text"],
        "Home\n\ntoday\n\nBread at one price until spring in all of Orvane\n\nBy Odile Marchetti\n\n12 Feb\n\n\
         The bakers of Orvane will sell bread at one price until April, their guild said on Monday.\n\n\
         “Nobody will go hungry,” Odo Brandt told reporters.\n"
    );
    assert_eq!(
        page["title"],
        "Bread at one price until spring in all of Orvane"
    );
    assert_eq!(
        page["metadata"],
        json!({ "outlet": "The Orvane Post", "published": "2025-02-12", "url": "https://post.example/bread" })
    );
    let shown = program.call("propose_article", json!({ "text": page["text"] }));
    assert_eq!(shown["metadata"], json!({ "author": "Odile Marchetti" }));
    let added = program.call(
        "add_article",
        json!({ "text": page["text"], "title": page["title"], "language": null,
                "metadata": { "outlet": " The Orvane Post ", "author": "", "published": "2025-02" } }),
    );
    program.document = added["document"]["id"].as_u64().unwrap();
    let kept = json!({ "outlet": "The Orvane Post", "published": "2025-02" });
    assert_eq!(program.article()["metadata"], kept);
}

/// A clipboard that always holds the same.
struct Held(Clipping);

impl Clipboard for Held {
    fn clipping(&mut self) -> Option<Clipping> {
        Some(self.0.clone())
    }
}

#[test]
fn what_the_web_view_took_away_is_read_from_the_clipboard_if_it_is_the_same_page() {
    let mut program = Program::new();
    let body = "<h1>Bread at one price</h1><p>The bakers agreed.</p>";
    let head = "<head><meta property=\"og:site_name\" content=\"The Orvane Post\">\
        <meta name=\"author\" content=\"By Odile Marchetti\"></head>";
    let mut read = |html: String, address: &str| {
        let address = Some(address.to_owned());
        program.app.clipboard = Some(Box::new(Held(Clipping { html, address })));
        program.call("read_page", json!({ "html": body }))["metadata"].clone()
    };
    let same = format!("<html>{head}<body>{body}</body></html>");
    assert_eq!(
        read(same.clone(), "https://post.example/bread"),
        json!({ "author": "Odile Marchetti", "outlet": "The Orvane Post",
                "url": "https://post.example/bread" })
    );
    assert_eq!(
        read(same, "file:///home/me/bread.html"),
        json!({ "author": "Odile Marchetti", "outlet": "The Orvane Post" })
    );
    let other = format!("<html>{head}<body><p>Something else.</p></body></html>");
    assert_eq!(read(other, "https://post.example/bread"), json!({}));
}

#[test]
fn a_date_that_is_none_makes_no_article() {
    let mut program = Program::new();
    for date in ["yesterday", "12.02.2025", "2025-13", "2025-1-2"] {
        let request = json!({ "text": "Rain.", "title": "", "language": null, "metadata": { "published": date } });
        assert_eq!(
            program.refused("add_article", request),
            (Code::Invalid, "problem-published".to_owned())
        );
    }
    assert_eq!(program.call("start", json!({}))["project"], Value::Null);
}

#[test]
fn a_page_that_shows_nothing_has_no_text() {
    let mut program = Program::new();
    let page = program.call(
        "read_page",
        json!({ "html": "<script>1</script><img src=x onerror=alert(1)>" }),
    );
    assert_eq!(page, json!({ "text": "", "title": null, "metadata": {} }));
}
