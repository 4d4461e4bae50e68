//! Where a stretch of the old text lies in the new one.

use super::difference::{Difference, Run, Stretch};
use crate::text::{CodePoint, Extent, Text};

/// From this length on, in code points, a passage that stands nowhere near is looked for
/// in the whole text: shorter ones may stand there by chance.
const SHORTEST_QUOTE: u32 = 20;

/// What became of a stretch of text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// It says the same there.
    Same(Extent),
    /// It was edited and says something else there.
    Changed(Extent),
    /// Too little of it is left. The position is where it stood.
    Lost(CodePoint),
}

/// From the old text to the new one.
pub struct Places<'a> {
    old: &'a Text,
    new: &'a Text,
    difference: Difference,
}

impl<'a> Places<'a> {
    /// Compares two texts.
    #[must_use]
    pub fn new(old: &'a Text, new: &'a Text) -> Self {
        Self {
            old,
            new,
            difference: Difference::between(old, new),
        }
    }

    /// How the texts differ.
    #[must_use]
    pub const fn difference(&self) -> &Difference {
        &self.difference
    }

    /// What became of an extent of the old text, which is not empty.
    #[must_use]
    pub fn fate(&self, extent: Extent) -> Fate {
        if let Some(there) = self.moved_line(extent) {
            return Fate::Same(there);
        }
        let by_position = self.by_position(extent);
        match by_position {
            Fate::Lost(_) => self.by_quote(extent).map_or(by_position, Fate::Same),
            kept => kept,
        }
    }

    fn moved_line(&self, extent: Extent) -> Option<Extent> {
        let moved = &self.difference.moved;
        let after = moved.partition_point(|run| run.old.start <= extent.start);
        let run = moved.get(after.checked_sub(1)?)?;
        run.old
            .contains_extent(extent)
            .then(|| shifted(extent, *run))
    }

    fn by_position(&self, extent: Extent) -> Fate {
        let start = self.start(extent.start);
        let found = Extent {
            start,
            end: self.end(extent.end),
        };
        let (Some(before), Some(after)) = (self.old.slice(extent), self.new.slice(found)) else {
            return Fate::Lost(start);
        };
        if before == after {
            return Fate::Same(found);
        }
        let trimmed = self.new.trim_extent(found);
        if found.is_empty() || trimmed.is_empty() || !self.survives(extent, before) {
            return Fate::Lost(start);
        }
        Fate::Changed(if self.old.trim_extent(extent) == extent {
            trimmed
        } else {
            found
        })
    }

    /// Whether a third of the letters are still there. What was put in between does not
    /// count: a claim that grew is the claim.
    fn survives(&self, extent: Extent, quote: &str) -> bool {
        let counts = |character: &char| character.is_alphanumeric();
        let count = |text: &str| text.chars().filter(counts).count();
        let letters = count(quote);
        let kept: usize = self
            .kept(extent)
            .filter_map(|kept| self.old.slice(kept))
            .map(|kept| {
                if letters == 0 {
                    kept.chars().count()
                } else {
                    count(kept)
                }
            })
            .sum();
        let whole = if letters == 0 {
            quote.chars().count()
        } else {
            letters
        };
        kept * 3 >= whole
    }

    /// The parts of an extent that agree with the new text.
    fn kept(&self, extent: Extent) -> impl Iterator<Item = Extent> + '_ {
        let from = self.stretch_at(extent.start);
        self.difference
            .stretches
            .get(from..)
            .unwrap_or_default()
            .iter()
            .take_while(move |stretch| stretch.old.start < extent.end)
            .flat_map(|stretch| {
                let whole = stretch.same.then_some(stretch.old);
                whole
                    .into_iter()
                    .chain(stretch.inner.iter().map(|run| run.old))
            })
            .filter_map(move |same| {
                let common = Extent {
                    start: same.start.max(extent.start),
                    end: same.end.min(extent.end),
                };
                (!common.is_empty()).then_some(common)
            })
    }

    fn by_quote(&self, extent: Extent) -> Option<Extent> {
        if extent.len() < SHORTEST_QUOTE {
            return None;
        }
        let quote = self.old.slice(extent)?;
        let mut found = self.new.as_str().match_indices(quote);
        let (byte, _) = found.next()?;
        if found.next().is_some() {
            return None;
        }
        let start = self.new.code_point(byte)?;
        Some(Extent::of(start.0, start.0.saturating_add(extent.len())))
    }

    /// The number of the stretch that holds a character of the old text.
    fn stretch_at(&self, at: CodePoint) -> usize {
        self.difference
            .stretches
            .partition_point(|stretch| stretch.old.end <= at)
    }

    fn stretch(&self, at: CodePoint) -> Option<&Stretch> {
        self.difference.stretches.get(self.stretch_at(at))
    }

    /// Where what begins at a character begins now.
    fn start(&self, at: CodePoint) -> CodePoint {
        let Some(stretch) = self.stretch(at) else {
            return self.new.end();
        };
        if stretch.same || at == stretch.old.start {
            return moved_by(at, stretch.old.start, stretch.new.start);
        }
        let after = stretch.inner.iter().find(|run| run.old.end > at);
        after.map_or(stretch.new.end, |run| {
            moved_by(at.max(run.old.start), run.old.start, run.new.start)
        })
    }

    /// Where what ends before a position ends now.
    fn end(&self, at: CodePoint) -> CodePoint {
        let Some(stretch) =
            at.0.checked_sub(1)
                .and_then(|last| self.stretch(CodePoint(last)))
        else {
            return CodePoint(0);
        };
        if stretch.same {
            return moved_by(at, stretch.old.start, stretch.new.start);
        }
        if at == stretch.old.end {
            return stretch.new.end;
        }
        let before = stretch.inner.iter().rfind(|run| run.old.start < at);
        before.map_or(stretch.new.start, |run| {
            moved_by(at.min(run.old.end), run.old.start, run.new.start)
        })
    }
}

fn shifted(extent: Extent, run: Run) -> Extent {
    Extent {
        start: moved_by(extent.start, run.old.start, run.new.start),
        end: moved_by(extent.end, run.old.start, run.new.start),
    }
}

/// A position as far behind `there` as it was behind `here`.
const fn moved_by(at: CodePoint, here: CodePoint, there: CodePoint) -> CodePoint {
    CodePoint(there.0.saturating_add(at.0.saturating_sub(here.0)))
}
