//! What a page says of itself: in `meta` and `link`, in JSON-LD, in its heading and `time`.

use super::json_ld;
use html5ever::tokenizer::Tag;
use serde::{Deserialize, Serialize};

/// Longer values are no names, in bytes.
const LONGEST: usize = 600;
/// As many `time` elements are kept.
const TIMES: usize = 200;
/// A line this long is a paragraph of the article, in characters.
const PARAGRAPH: usize = 80;

/// What a page says of itself; what it does not say is absent.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PageMetadata {
    /// The headline, without the name of the outlet.
    pub title: Option<String>,
    /// Who publishes.
    pub outlet: Option<String>,
    /// Who wrote, several joined by commas.
    pub author: Option<String>,
    /// When the article was published: ISO 8601 as far as stated, a year at least, no time of day.
    pub published: Option<String>,
    /// Its address, `http` or `https`.
    pub url: Option<String>,
}

/// The value of an attribute.
pub(super) fn attribute<'tag>(tag: &'tag Tag, name: &str) -> Option<&'tag str> {
    tag.attrs
        .iter()
        .find(|attribute| &*attribute.name.local == name)
        .map(|attribute| &*attribute.value)
}

/// What was found while reading.
#[derive(Debug, Default)]
pub(super) struct Found {
    /// Of the article: JSON-LD, the properties of `article:` and the like.
    stated: PageMetadata,
    structured: PageMetadata,
    title: Option<String>,
    heading: Option<String>,
    /// Where the text of the heading ends, in bytes of the text.
    heading_end: usize,
    /// `time` elements: where they stand in bytes of the text, and the date.
    times: Vec<(usize, String)>,
}

impl Found {
    pub(super) fn start_tag(&mut self, tag: &Tag, at: usize) {
        match &*tag.name {
            "meta" => {
                let name = ["property", "name", "itemprop"]
                    .iter()
                    .find_map(|key| attribute(tag, key));
                if let (Some(name), Some(content)) = (name, attribute(tag, "content")) {
                    self.meta(&name.trim().to_ascii_lowercase(), content);
                }
            }
            "link" => {
                let canonical = attribute(tag, "rel").is_some_and(|rel| {
                    rel.split_whitespace()
                        .any(|rel| rel.eq_ignore_ascii_case("canonical"))
                });
                if let (true, Some(address)) = (canonical, attribute(tag, "href").and_then(address))
                {
                    self.stated.url = Some(address);
                }
            }
            "time" => {
                let date = attribute(tag, "datetime").and_then(date);
                let stated = attribute(tag, "itemprop") == Some("datePublished")
                    || attribute(tag, "pubdate").is_some();
                match date {
                    Some(date) if stated => {
                        self.stated.published.get_or_insert(date);
                    }
                    Some(date) if self.times.len() < TIMES => self.times.push((at, date)),
                    _ => {}
                }
            }
            _ => {}
        }
    }

    fn meta(&mut self, name: &str, content: &str) {
        let stated = &mut self.stated;
        match name {
            "og:title" | "twitter:title" | "citation_title" | "parsely-title" => {
                keep(&mut stated.title, words(content))
            }
            "og:site_name" | "citation_journal_title" => keep(&mut stated.outlet, words(content)),
            "author" | "article:author" | "citation_author" | "parsely-author" | "dc.creator" => {
                // Some give the address of a profile.
                keep(
                    &mut stated.author,
                    words(content).filter(|name| !name.contains("://")),
                );
            }
            "article:published_time"
            | "og:article:published_time"
            | "datepublished"
            | "parsely-pub-date"
            | "citation_publication_date"
            | "dc.date.issued" => keep(&mut stated.published, date(content)),
            "og:url" => keep(&mut stated.url, address(content)),
            _ => {}
        }
    }

    pub(super) fn structured(&mut self, json: &str) {
        let read = json_ld::read(json);
        let own = &mut self.structured;
        keep(&mut own.title, read.title);
        keep(&mut own.outlet, read.outlet);
        keep(&mut own.author, read.author);
        keep(&mut own.published, read.published);
        keep(&mut own.url, read.url);
    }

    pub(super) fn title(&mut self, title: &str) {
        keep(&mut self.title, words(title));
    }

    /// The first heading of the page that says something; `end` in bytes of the text.
    pub(super) fn heading(&mut self, heading: &str, end: usize) {
        if self.heading.is_none() {
            self.heading = words(heading);
            self.heading_end = end;
        }
    }

    /// What the page says, `text` being its text.
    pub(super) fn into_metadata(self, text: &str) -> PageMetadata {
        let beside_heading = self.time_beside_heading(text);
        let Self {
            stated, structured, ..
        } = self;
        let outlet = stated.outlet.or(structured.outlet);
        let title = structured
            .title
            .or(self.heading)
            .or(stated.title)
            .or(self.title)
            .map(|title| without_outlet(&title, outlet.as_deref()));
        PageMetadata {
            title,
            author: structured.author.or(stated.author),
            published: structured.published.or(stated.published).or(beside_heading),
            url: stated.url.or(structured.url),
            outlet,
        }
    }

    /// A date between the heading and the first paragraph is the article's; one anywhere else is
    /// the page's or another article's.
    fn time_beside_heading(&self, text: &str) -> Option<String> {
        self.heading.as_ref()?;
        let after = text.get(self.heading_end..)?;
        let paragraph = after
            .split_inclusive('\n')
            .scan(self.heading_end, |at, line| {
                let start = *at;
                *at += line.len();
                Some((start, line))
            })
            .find(|(_, line)| line.chars().count() >= PARAGRAPH)
            .map(|(start, _)| start)?;
        self.times
            .iter()
            .find(|(at, _)| (self.heading_end..=paragraph).contains(at))
            .map(|(_, date)| date.clone())
    }
}

fn keep(slot: &mut Option<String>, found: Option<String>) {
    if slot.is_none() {
        *slot = found;
    }
}

/// A name or title with single spaces; `None` if there is none or it is too long for one.
pub(crate) fn words(content: &str) -> Option<String> {
    let joined = content.split_whitespace().collect::<Vec<_>>().join(" ");
    (!joined.is_empty() && joined.len() <= LONGEST).then_some(joined)
}

/// An address that a browser can open.
pub(crate) fn address(content: &str) -> Option<String> {
    let content = content.trim();
    let known = ["https://", "http://"].iter().any(|scheme| {
        content
            .get(..scheme.len())
            .is_some_and(|start| start.eq_ignore_ascii_case(scheme))
    });
    let plain = content
        .chars()
        .all(|c| !c.is_whitespace() && !c.is_control());
    (known && plain && content.len() <= 4 * LONGEST).then(|| content.to_owned())
}

/// The day of an ISO 8601 date or time, or the month or year where it says no more.
pub(crate) fn date(content: &str) -> Option<String> {
    let content = content.trim();
    let day = content.split(['T', ' ']).next()?;
    let mut parts = day.split('-');
    let year = number(parts.next()?, 4)?;
    let month = parts.next().map(|month| number(month, 2));
    let day_of_month = parts.next().map(|day| number(day, 2));
    if parts.next().is_some() || year == 0 {
        return None;
    }
    match (month, day_of_month) {
        (None, None) => {}
        (Some(Some(1..=12)), None | Some(Some(1..=31))) => {}
        _ => return None,
    }
    Some(day.to_owned())
}

fn number(digits: &str, length: usize) -> Option<u32> {
    let plain = digits.len() == length && digits.bytes().all(|byte| byte.is_ascii_digit());
    plain.then(|| digits.parse().ok())?
}

/// "Mills reopen | The Veldan Post" without the outlet, where it is known.
fn without_outlet(title: &str, outlet: Option<&str>) -> String {
    let cut = outlet.and_then(|outlet| {
        let rest = title.strip_suffix(outlet)?.trim_end();
        let kept = rest
            .strip_suffix(['|', '-', '–', '—', '·', ':'])?
            .trim_end();
        (!kept.is_empty()).then(|| kept.to_owned())
    });
    cut.unwrap_or_else(|| title.to_owned())
}
