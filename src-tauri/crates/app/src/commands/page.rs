//! Pages of the web, and what articles state of themselves.

mod untouched;

use crate::app::App;
use crate::commands::request::PastedPage;
use crate::problem::{Code, Problem};
use crate::wire::PageView;
use postil_core::boilerplate::{name_of, stated};
use postil_core::language;
use postil_core::text::Text;
use postil_formats::html::{self, PageMetadata, TooLarge};
use std::collections::BTreeMap;
use untouched::completed;

/// What can be stated of an article besides its title.
const AUTHOR: &str = "author";
const OUTLET: &str = "outlet";
const PUBLISHED: &str = "published";
const URL: &str = "url";
/// No value of these is longer, in characters.
const LONGEST: usize = 2_000;

/// Reads a pasted page into plain paragraphs.
pub fn read_page(app: &mut App, request: PastedPage) -> Result<PageView, Problem> {
    let page = html::read(&request.html).map_err(|TooLarge { bytes }| {
        Problem::new(Code::TooLarge, "problem-page-too-large")
            .with("size", format!("{:.1}", bytes as f64 / 1_048_576.0))
    })?;
    let clipping = match &mut app.clipboard {
        Some(clipboard) => clipboard.clipping(),
        None => None,
    };
    let page = match clipping {
        Some(clipping) => completed(page, clipping),
        None => page,
    };
    let PageMetadata {
        title,
        outlet,
        author,
        published,
        url,
    } = page.metadata;
    let author = author.map(|author| {
        let text = Text::new(&page.text);
        let language = || {
            let found = language::detect_article(&text, &[], None).article;
            found.map_or_else(String::new, |found| found.tag)
        };
        name_of(&author, language).to_owned()
    });
    let said = [
        (OUTLET, outlet),
        (AUTHOR, author),
        (PUBLISHED, published),
        (URL, url),
    ];
    Ok(PageView {
        text: page.text,
        title,
        metadata: only_said(said),
    })
}

/// What the lines of a text say of it.
pub(super) fn stated_by(text: &Text) -> BTreeMap<String, String> {
    let stated = stated(text, None);
    only_said([(AUTHOR, stated.author), (PUBLISHED, stated.published)])
}

fn only_said<const N: usize>(said: [(&str, Option<String>); N]) -> BTreeMap<String, String> {
    said.into_iter()
        .filter_map(|(name, value)| Some((name.to_owned(), value?)))
        .collect()
}

/// Metadata as a person left it: what is empty is left out.
pub(super) fn checked(
    given: BTreeMap<String, String>,
) -> Result<BTreeMap<String, String>, Problem> {
    let mut kept = BTreeMap::new();
    for (name, value) in given {
        let value = value.trim();
        if value.is_empty() {
            continue;
        }
        if value.chars().count() > LONGEST {
            return Err(
                Problem::new(Code::Invalid, "problem-metadata-too-long").count("longest", 2_000)
            );
        }
        if name == PUBLISHED && !is_date(value) {
            return Err(Problem::new(Code::Invalid, "problem-published").with("date", value));
        }
        kept.insert(name, value.to_owned());
    }
    Ok(kept)
}

/// A year, month or day of ISO 8601, with or without a time.
fn is_date(value: &str) -> bool {
    let day = value.split(['T', ' ']).next().unwrap_or_default();
    let parts: Vec<&str> = day.split('-').collect();
    let digits = |part: &str, length: usize| {
        part.len() == length && part.bytes().all(|b| b.is_ascii_digit())
    };
    let within = |part: &str, most: u32| {
        digits(part, 2) && part.parse().is_ok_and(|n: u32| (1..=most).contains(&n))
    };
    match parts.as_slice() {
        [year] => digits(year, 4),
        [year, month] => digits(year, 4) && within(month, 12),
        [year, month, day] => digits(year, 4) && within(month, 12) && within(day, 31),
        _ => false,
    }
}
