use super::*;
use proptest::prelude::*;

fn text(html: &str) -> String {
    read(html).unwrap().text
}

fn metadata(html: &str) -> PageMetadata {
    read(html).unwrap().metadata
}

#[test]
fn headings_items_quotations_and_breaks_become_lines() {
    let html = "<h1>Mills  reopen</h1><p>The <b>mayor</b> said <a href='/x'>on\n Monday</a>:</p>\
        <blockquote>We are<br>glad.</blockquote><ul><li>One</li><li>Two<ul><li>Inner</li></ul></li></ul>\
        <p>She said <q>yes</q>.<p>End&nbsp;&amp; more";
    assert_eq!(
        text(html),
        "Mills reopen\n\nThe mayor said on Monday:\n\nWe are\nglad.\n\nOne\nTwo\n\nInner\n\n\
         She said “yes”.\n\nEnd\u{a0}& more\n"
    );
}

#[test]
fn what_a_browser_does_not_show_is_left_out() {
    let html = "<head><title>T</title><style>p{}</style></head><body>\
        <script>if (a < b) document.write('<p>no</p>')</script><noscript><p>no</p></noscript>\
        <p hidden>no<p>Yes</p><div style='color:red; DISPLAY : none !important'><div>no</div>no</div>\
        <span style='visibility:hidden'>no</span><template><p>no</p></template><svg><text>no</text></svg>\
        <button>no</button><select><option>no</option></select><textarea>no</textarea>\
        <iframe><p>no</p></iframe><!-- no --><img alt='no'><p style='display:block'>Too</p>";
    assert_eq!(text(html), "Yes\n\nToo\n");
}

#[test]
fn white_space_counts_in_preformatted_text_alone() {
    assert_eq!(
        text("<p>a \n\t b</p><pre>a  b\nc</pre>"),
        "a b\n\na  b\nc\n"
    );
    assert_eq!(text("<table><tr><td>a<td>b<tr><td>c</table>"), "a\tb\nc\n");
    assert_eq!(text("a<br><br><br>b"), "a\n\nb\n");
    assert_eq!(text(" <p> </p> "), "");
}

#[test]
fn a_fragment_from_a_clipboard_is_read() {
    let html = "<html><body>\n<!--StartFragment--><meta charset='utf-8'><p>“Ja”, sagte er.</p>\
        <span>سلام</span><!--EndFragment-->\n</body></html>";
    assert_eq!(text(html), "“Ja”, sagte er.\n\nسلام\n");
}

#[test]
fn the_page_says_what_it_is() {
    let html = r#"<html lang="en"><head><title>Mills reopen | The Veldan Post</title>
        <meta property="og:title" content="Mills reopen &amp; rejoice"><meta property="og:site_name" content="The Veldan Post">
        <meta name="author" content="Ilse  Brandt"><meta property="article:published_time" content="2025-02-11T08:00:00+01:00">
        <link rel="canonical" href="https://post.example/mills"></head><body><p>Text.</p>"#;
    assert_eq!(
        metadata(html),
        PageMetadata {
            title: Some("Mills reopen & rejoice".to_owned()),
            outlet: Some("The Veldan Post".to_owned()),
            author: Some("Ilse Brandt".to_owned()),
            published: Some("2025-02-11".to_owned()),
            url: Some("https://post.example/mills".to_owned()),
        }
    );
}

#[test]
fn the_description_for_search_engines_goes_first() {
    let html = r#"<title>Home - Post</title><meta property="article:published_time" content="2025-03-01">
        <script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"WebSite","name":"Post"},
        {"@type":["NewsArticle"],"headline":"Two \u003c three","datePublished":"2025-02","author":[{"@type":"Person","name":"A. Lund"},
        {"@type":"Person","name":"B. Berg"}],"publisher":{"@type":"Organization","name":"Post"},
        "mainEntityOfPage":{"@id":"https://post.example/2"}}]}</script>"#;
    let read = metadata(html);
    assert_eq!(read.title.as_deref(), Some("Two < three"));
    assert_eq!(read.author.as_deref(), Some("A. Lund, B. Berg"));
    assert_eq!(read.published.as_deref(), Some("2025-02"));
    assert_eq!(read.outlet.as_deref(), Some("Post"));
    assert_eq!(read.url.as_deref(), Some("https://post.example/2"));
}

#[test]
fn a_date_of_the_frame_is_not_proposed() {
    let paragraph = "The mills of Veldan will open again in spring, the mayor told reporters at the town hall on Monday.";
    let page = |top: &str, beside: &str, below: &str| {
        format!("{top}<h1>Mills</h1>{beside}<p>{paragraph}</p><p>More.</p>{below}")
    };
    let time = |day: u32| format!("<time datetime='2025-02-{day:02}T10:00'>then</time>");
    assert_eq!(metadata(&page(&time(3), "", &time(4))).published, None);
    let stated = metadata(&page(&time(3), &time(5), &time(4))).published;
    assert_eq!(stated.as_deref(), Some("2025-02-05"));
    // Nor is one that is no date.
    let wrong = "<time datetime='2025-13-40'>then</time>";
    assert_eq!(metadata(&page("", wrong, "")).published, None);
    let wrong = "<meta property='article:published_time' content='yesterday'>";
    assert_eq!(metadata(&page(wrong, "", "")).published, None);
}

#[test]
fn what_could_do_harm_is_no_metadata() {
    let html = "<meta property='og:url' content='javascript:alert(1)'><meta name='author' content='https://x.example/me'>\
        <script type='application/ld+json'>[[[[{\"@type\":</script><p>a</p>";
    assert_eq!(metadata(html), PageMetadata::default());
    let deep = format!(
        "<script type='application/ld+json'>{}{}</script><p>a",
        "[".repeat(100_000),
        "]".repeat(100_000)
    );
    assert_eq!(read(&deep).unwrap().text, "a\n");
}

#[test]
fn depth_and_size_cost_no_more_than_their_length() {
    let began = std::time::Instant::now();
    for piece in [
        "<div>",
        "<b><i>",
        "<p hidden>",
        "<table><tr><td>",
        "<a b=c>",
        "&amp",
        "<",
        "<!--",
        "</p>",
        "<svg>",
        "<h1>",
    ] {
        let html = piece.repeat(2 * 1024 * 1024 / piece.len());
        let _ = read(&html).unwrap();
    }
    assert!(began.elapsed().as_secs() < 60, "{:?}", began.elapsed());
    assert_eq!(
        read(&" ".repeat(LIMIT + 1)),
        Err(TooLarge { bytes: LIMIT + 1 })
    );
}

proptest! {
    #[test]
    fn any_page_is_read_and_its_text_has_no_wide_gaps(pieces in prop::collection::vec(prop_oneof![
        any::<String>(),
        "[a-z <>/=\"']{0,12}",
        prop::sample::select(vec![
            "<p>", "</p>", "<br>", "<div hidden>", "</div>", "<pre>", "</pre>", "<script>", "</script>", "<title>",
            "</title>", "<h1>", "</h1>", "<time datetime=2025-01-01>", "<q>", "</q>", "<li>", "\n", " ", "سلام", "北京",
            "<script type=application/ld+json>", "{\"@type\":\"Article\",\"headline\":\"x\"}", "<plaintext>", "<svg/>",
        ]).prop_map(str::to_owned),
    ], 0..30)) {
        let page = read(&pieces.concat()).unwrap();
        prop_assert!(!page.text.contains("\n\n\n") && !page.text.contains('\0'));
        prop_assert_eq!(page.text.trim_end().is_empty(), page.text.is_empty());
    }
}
