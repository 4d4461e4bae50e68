//! What the clipboard says of a page beyond what the web view passed on.

use crate::clipboard::Clipping;
use postil_formats::html::{self, Page};

/// A pasted page with what the clipboard says of it, if the clipboard holds
/// that page: nothing else on it is any of our business.
pub(super) fn completed(page: Page, clipping: Clipping) -> Page {
    let Ok(whole) = html::read(&clipping.html) else {
        return page;
    };
    if !same_words(&page.text, &whole.text) {
        return page;
    }
    let (given, more) = (page.metadata, whole.metadata);
    let address = clipping.address.filter(|address| is_of_the_web(address));
    Page {
        text: page.text,
        metadata: html::PageMetadata {
            title: given.title.or(more.title),
            outlet: given.outlet.or(more.outlet),
            author: given.author.or(more.author),
            published: given.published.or(more.published),
            url: given.url.or(more.url).or(address),
        },
    }
}

fn same_words(one: &str, other: &str) -> bool {
    one.split_whitespace().eq(other.split_whitespace())
}

fn is_of_the_web(address: &str) -> bool {
    let plain = |c: char| !c.is_whitespace() && !c.is_control();
    ["https://", "http://"]
        .iter()
        .any(|scheme| address.starts_with(scheme))
        && address.chars().all(plain)
}
