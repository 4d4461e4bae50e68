//! Articles of any size, written and marked at the same time.

use super::draw::Draw;
use super::script::{SCRIPTS, Script};
use postil_core::text::{CodePoint, Extent};

/// How large an article is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Size {
    /// UTF-8 bytes of text, about.
    pub bytes: usize,
    /// Spans, exactly.
    pub spans: usize,
    /// Links, exactly.
    pub links: usize,
}

/// A marked stretch of text.
#[derive(Debug)]
pub struct Marked {
    /// Label of the default scheme.
    pub label: &'static str,
    /// Its fragments.
    pub extents: Vec<Extent>,
    /// Whose mention it is.
    pub name: Option<String>,
}

/// A link between two marked stretches, by their places in the list.
#[derive(Debug)]
pub struct Linked {
    /// Kind of the default scheme.
    pub kind: &'static str,
    /// From the claim.
    pub head: usize,
    /// To its speaker or cue.
    pub tail: usize,
}

/// An article with its marks.
#[derive(Debug, Default)]
pub struct Article {
    /// Text.
    pub text: String,
    /// Code points of it.
    length: u32,
    /// Spans in the order of their first words.
    pub spans: Vec<Marked>,
    /// Links.
    pub links: Vec<Linked>,
    /// Words that no span marks, in the order of the text.
    pub free: Vec<Extent>,
}

/// Statements in a paragraph.
const STATEMENTS: usize = 2;
/// One quotation in so many is interrupted by its speaker.
const INTERRUPTED: usize = 7;

impl Article {
    /// Writes an article: paragraphs in turn in each script, each statement
    /// with a claim, its speaker, its cue and a place, and plain sentences
    /// between them until the text is as long as it should be.
    pub fn write(size: Size, seed: u64) -> Self {
        let mut draw = Draw::new(seed);
        let mut article = Self::default();
        let statements = size.spans.div_ceil(4).max(1);
        for statement in 0..statements {
            let turn = (statement / STATEMENTS).checked_rem(SCRIPTS.len());
            let Some(script) = turn.and_then(|turn| SCRIPTS.get(turn)) else {
                continue;
            };
            if statement % STATEMENTS == 0 {
                article.paragraph(script, &mut draw, statement == 0);
            }
            article.statement(script, &mut draw);
            let due = size.bytes * (statement + 1) / statements;
            while article.text.len() < due {
                article.plain(script, &mut draw);
            }
        }
        article.spans.truncate(size.spans);
        let marked = article.spans.len();
        article.links.retain(|link| link.tail < marked);
        article.links.truncate(size.links);
        article
    }

    fn push(&mut self, piece: &str) -> Extent {
        let start = CodePoint(self.length);
        self.text.push_str(piece);
        let added = u32::try_from(piece.chars().count()).unwrap_or(u32::MAX);
        self.length = self.length.saturating_add(added);
        Extent {
            start,
            end: CodePoint(self.length),
        }
    }

    fn paragraph(&mut self, script: &Script, draw: &mut Draw, first: bool) {
        if first {
            self.plain(script, draw);
        }
        let ended = self.text.trim_end().len();
        let blank = self.text.len().saturating_sub(ended);
        self.text.truncate(ended);
        self.length = self
            .length
            .saturating_sub(u32::try_from(blank).unwrap_or(0));
        self.push("\n\n");
    }

    /// Words with what stands between them.
    fn words(&mut self, script: &Script, draw: &mut Draw, count: usize, free: bool) {
        for word in 0..count {
            if word > 0 {
                self.push(script.space);
            }
            let extent = self.push(draw.one(script.words));
            if free {
                self.free.push(extent);
            }
        }
    }

    fn plain(&mut self, script: &Script, draw: &mut Draw) {
        let count = 4 + draw.below(5);
        self.words(script, draw, count, true);
        self.push(script.stop);
    }

    fn quoted(&mut self, script: &Script, draw: &mut Draw) -> Extent {
        let opened = self.push(script.quotes.0);
        let count = 3 + draw.below(3);
        self.words(script, draw, count, false);
        let closed = self.push(script.quotes.1);
        Extent {
            start: opened.start,
            end: closed.end,
        }
    }

    fn statement(&mut self, script: &Script, draw: &mut Draw) {
        let claim = self.spans.len();
        let mut said = vec![self.quoted(script, draw)];
        self.push(script.comma);
        let name = [draw.one(script.given), draw.one(script.family)].join(script.space);
        let speaker = self.push(&name);
        self.push(script.space);
        let cue = self.push(draw.one(script.cues));
        self.push(script.comma);
        if claim % (4 * INTERRUPTED) == 4 {
            said.push(self.quoted(script, draw));
            self.push(script.comma);
        }
        let place = self.push(draw.one(script.places));
        self.push(script.stop);
        let one = |label, extent, name| Marked {
            label,
            extents: vec![extent],
            name,
        };
        self.spans.push(Marked {
            label: "claim",
            extents: said,
            name: None,
        });
        self.spans.push(one("speaker", speaker, Some(name)));
        self.spans.push(one("cue", cue, None));
        self.spans.push(one("place", place, None));
        for (kind, tail) in [("said_by", claim + 1), ("cued_by", claim + 2)] {
            self.links.push(Linked {
                kind,
                head: claim,
                tail,
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use postil_core::text::Text;

    const D2: Size = Size {
        bytes: 20_000,
        spans: 500,
        links: 250,
    };

    #[test]
    fn an_article_is_as_large_as_it_should_be_and_its_marks_are_in_the_text() {
        let article = Article::write(D2, 3);
        assert!(
            (19_500..21_000).contains(&article.text.len()),
            "{}",
            article.text.len()
        );
        assert_eq!((article.spans.len(), article.links.len()), (500, 250));
        let text = Text::new(article.text.clone());
        assert_eq!(text.len(), article.length);
        for span in &article.spans {
            for extent in &span.extents {
                let quote = text.slice(*extent).unwrap();
                assert_eq!(quote, quote.trim());
                let expected = span.name.as_deref().unwrap_or(quote);
                assert_eq!(quote, expected);
            }
        }
        assert!(article.spans.iter().any(|span| span.extents.len() == 2));
        assert!(article.free.len() >= 40);
    }

    #[test]
    fn the_same_seed_writes_the_same_article_and_another_one_another() {
        assert_eq!(Article::write(D2, 3).text, Article::write(D2, 3).text);
        assert_ne!(Article::write(D2, 3).text, Article::write(D2, 4).text);
    }
}
