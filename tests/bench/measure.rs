//! What is measured, and the budgets.

use crate::corpus::{Article, Size};
use crate::desk::{self, Desk};
use crate::page::Page;
use crate::processes;
use crate::table::{self, Figures};
use postil_core::language;
use postil_core::text::Text;
use postil_tests::window::text::units;
use postil_tests::{Outcome, project};
use std::time::Instant;

/// How often a thing is measured.
const TIMES: usize = 5;
/// Marks in each article: as many times a claim, its speaker, its cue and a place.
const MARKS: usize = 40;
/// Words from one mark to the next, so that they do not touch.
const APART: usize = 2;
/// Articles of the project that is started with, and of the language row.
const MANY: usize = 1_000;

/// A size with its name and the budget for opening it, in milliseconds.
struct Sized {
    name: &'static str,
    size: Size,
    open: f64,
}

const fn sized(name: &'static str, bytes: usize, spans: usize, open: f64) -> Sized {
    let links = spans / 2;
    let size = Size {
        bytes,
        spans,
        links,
    };
    Sized { name, size, open }
}

const SIZES: [Sized; 4] = [
    sized("D1", 3_000, 60, 80.0),
    sized("D2", 20_000, 500, 100.0),
    sized("D3", 200_000, 5_000, 160.0),
    sized("D4", 1_000_000, 20_000, 400.0),
];
/// Of articles that follow each other.
const NEXT: Sized = sized("30 KB", 30_000, 650, 100.0);

/// From the start of the process to an article on screen.
///
/// # Errors
/// The window did not open.
pub fn start() -> Outcome {
    let size = SIZES[0].size;
    let articles: Vec<(String, Article)> = (0_u64..)
        .take(MANY)
        .map(|seed| (format!("Article {}", seed + 1), Article::write(size, seed)))
        .collect();
    let desk = Desk::with(&articles)?;
    let mut took = Vec::with_capacity(TIMES);
    for _ in 0..TIMES {
        took.push(desk.start()?.as_secs_f64() * 1_000.0);
    }
    let took = Figures::new(took);
    table::head("", "median", "worst of 5", "median")?;
    let what = format!("start, project of {} articles of 3 KB", desk.articles());
    table::row(
        &what,
        "ms",
        (took.median(), took.worst()),
        800.0,
        took.median(),
    )
}

/// Opening and marking articles of all sizes, in one window.
///
/// # Errors
/// The window did not do what was asked.
pub fn articles() -> Outcome {
    let mut articles = Vec::new();
    for (sized, seed) in SIZES.iter().zip(91..) {
        articles.push((sized.name.to_owned(), Article::write(sized.size, seed)));
    }
    for (name, seed) in [("First of 30 KB", 96), ("Second of 30 KB", 97)] {
        articles.push((name.to_owned(), Article::write(NEXT.size, seed)));
    }
    let size = Size {
        bytes: 1_000,
        spans: 8,
        links: 4,
    };
    articles.push(("Between".to_owned(), Article::write(size, 90)));
    let desk = Desk::with(&articles)?;
    let page = Page::new(desk.open()?)?;
    let (between, rest) = articles.split_last().ok_or("no articles")?;
    let length = |article: &Article| units(&article.text);

    // Of the largest article, opened for the first time.
    let mut opened = 0.0;
    for (sized, (name, article)) in SIZES.iter().zip(rest) {
        let mut took = Vec::with_capacity(TIMES);
        for time in 0..TIMES {
            page.open(&between.0, length(&between.1))?;
            took.push(page.open(name, length(article))?);
            if time == 0 {
                opened = memory()?;
            }
        }
        let took = Figures::new(took);
        let what = format!(
            "open {name}: {} KB, {} spans, {} links",
            article.text.len() / 1_000,
            article.spans.len(),
            article.links.len()
        );
        table::row(
            &what,
            "ms",
            (took.median(), took.worst()),
            sized.open,
            took.median(),
        )?;
    }
    if let [.., first, second] = rest {
        let mut took = Vec::with_capacity(TIMES);
        for _ in 0..TIMES {
            page.open(&first.0, length(&first.1))?;
            took.push(page.next_article("Ctrl+PageDown", length(&second.1))?);
        }
        let took = Figures::new(took);
        let what = "key to next article, 30 KB, 650 spans";
        table::row(
            what,
            "ms",
            (took.median(), took.worst()),
            NEXT.open,
            took.median(),
        )?;
    }

    table::head("", "p50", "p95 of 40", "p95")?;
    for (name, article) in rest.iter().take(SIZES.len()) {
        page.open(&between.0, length(&between.1))?;
        page.open(name, length(article))?;
        let took = Figures::new(marks(&desk, &page, article)?);
        let figures = (took.median(), took.percentile(95));
        table::row(
            &format!("key to durable paint, {name}"),
            "ms",
            figures,
            40.0,
            figures.1,
        )?;
    }

    table::head("", "p95", "longest", "p95")?;
    let frames = Figures::new(page.scroll()?);
    let figures = (frames.percentile(95), frames.worst());
    table::row(
        "scrolling D4, frames (longest: 100 ms)",
        "ms",
        figures,
        50.0,
        figures.0,
    )?;
    // WebKit has not collected yet all that was opened again and again, marked and scrolled.
    let later = (opened, memory()?);
    drop(page);
    let (name, article) = rest.get(SIZES.len() - 1).ok_or("no largest article")?;
    let first = first_opened(&desk, name, length(article))?;
    table::head("", "opened", "then used", "opened")?;
    for (when, figures) in [("after a start", first), ("after all of this", later)] {
        let what = format!("memory with D4 open (PSS), {when}");
        table::row(&what, "MB", figures, 400.0, figures.0)?;
    }
    Ok(())
}

/// Memory when an article is the first to be opened after a start, and when it was then scrolled.
/// `length` is in UTF-16 units.
fn first_opened(desk: &Desk, name: &str, length: usize) -> Outcome<(f64, f64)> {
    desk::ended()?;
    let page = Page::new(desk.open()?)?;
    page.open(name, length)?;
    page.rest()?;
    let opened = memory()?;
    page.scroll()?;
    Ok((opened, memory()?))
}

/// Of all processes of the program, in megabytes.
fn memory() -> Outcome<f64> {
    let ids = processes::tree(processes::running(&desk::program()?).ok_or("the program is gone")?);
    processes::memory(&ids)
}

/// Marks words that no span marks, at four places of an article.
fn marks(desk: &Desk, page: &Page, article: &Article) -> Outcome<Vec<f64>> {
    let text = Text::new(article.text.clone());
    let count = "SELECT count(*) FROM span";
    let before = project::rows(&desk.project(), count)?;
    let keys = ["C", "S", "V", "P"];
    let places = 4;
    let each = MARKS / places;
    let mut took = Vec::with_capacity(MARKS);
    for place in 0..places {
        let room = article.free.len().saturating_sub(each * APART);
        let first = room * place / (places - 1);
        let words = article.free.iter().skip(first).step_by(APART).take(each);
        for (extent, key) in words.zip(keys.iter().cycle()) {
            let range = text
                .to_utf16_extent(*extent)
                .ok_or("a word outside the text")?;
            took.push(page.mark(key, range.start.0, range.end.0)?);
        }
    }
    let after = project::rows(&desk.project(), count)?;
    let made = number(&after)?.saturating_sub(number(&before)?);
    if made != took.len() {
        return Err(format!("{} keys made {made} spans", took.len()).into());
    }
    Ok(took)
}

fn number(rows: &[String]) -> Outcome<usize> {
    Ok(rows.first().ok_or("no row")?.parse()?)
}

/// Naming the language of articles and their paragraphs.
///
/// # Errors
/// Standard output refuses.
pub fn language() -> Outcome {
    let size = Size {
        bytes: 2_000,
        spans: 4,
        links: 2,
    };
    let texts: Vec<Text> = (0_u64..)
        .take(MANY)
        .map(|seed| Text::new(Article::write(size, seed).text))
        .collect();
    let mut took = Vec::with_capacity(TIMES);
    for _ in 0..TIMES {
        let begun = Instant::now();
        let named = texts
            .iter()
            .filter(|text| language::detect_article(text, &[], None).article.is_some())
            .count();
        took.push(begun.elapsed().as_secs_f64() * 1_000.0);
        if named != texts.len() {
            return Err("an article has no language at all".into());
        }
    }
    let took = Figures::new(took);
    table::head("", "median", "worst of 5", "median")?;
    let what = "language of 1,000 articles of 2 KB";
    table::row(
        what,
        "ms",
        (took.median(), took.worst()),
        2_000.0,
        took.median(),
    )
}
