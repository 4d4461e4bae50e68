//! How many claims are exactly what a reader would mark, in five scripts.
//!
//! In `exact_claims/*.txt` every line is a sentence or two of invented news
//! with one claim: `[the claim]`, `{its speaker}`, `<the word of saying>`.
//! `--nocapture` shows the shares and what is missed.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a test that cannot go on fails, and shares are shown"
)]

use postil_core::scheme::Options;
use postil_core::take::{self, Reported};
use postil_core::text::quotation::{Quotation, quotations};
use postil_core::text::{CodePoint, Extent, Text};

/// A line without its marks, and where they stood.
struct Sentence {
    text: Text,
    quotations: Vec<Quotation>,
    claim: Vec<Extent>,
    speaker: Option<Extent>,
    cue: Option<Extent>,
}

impl Sentence {
    fn read(line: &str) -> Self {
        let (mut content, mut open) = (String::new(), None);
        let (mut claim, mut speaker, mut cue) = (Vec::new(), None, None);
        let mut at = 0;
        for character in line.chars() {
            let closed = || Extent::of(open.unwrap_or(at), at);
            match character {
                '[' | '{' | '<' => open = Some(at),
                ']' => claim.push(closed()),
                '}' => speaker = Some(closed()),
                '>' => cue = Some(closed()),
                other => {
                    content.push(other);
                    at += 1;
                }
            }
        }
        let text = Text::new(content);
        Self {
            quotations: quotations(&text),
            text,
            claim,
            speaker,
            cue,
        }
    }

    /// `C` in the middle of the claim.
    fn caret(&self) -> CodePoint {
        let first = self.claim.first().unwrap();
        CodePoint(first.start.0.midpoint(first.end.0))
    }

    fn taken(&self) -> Extent {
        take::claim(
            &self.text,
            &self.quotations,
            self.caret(),
            &Options::default(),
        )
        .unwrap()
    }

    /// The claim once speaker and cue are marked.
    fn shrunk(&self, speaker: Option<Extent>, cue: Option<Extent>) -> Vec<Extent> {
        let whole = self.taken();
        let Some(cue) = cue else { return vec![whole] };
        let reported = Reported {
            speaker: speaker.filter(|speaker| whole.contains_extent(*speaker)),
            cue,
        };
        let options = Options::default();
        let rest = take::shrunk(&self.text, &self.quotations, &options, whole, reported);
        vec![rest.unwrap_or(whole)]
    }

    /// With speaker and cue shown by the reader.
    fn with_hand(&self) -> bool {
        self.shrunk(self.speaker, self.cue) == self.claim
    }

    /// With the caret left where it was.
    fn by_itself(&self) -> (bool, bool) {
        let found = take::attribution(
            &self.text,
            &self.quotations,
            &[self.taken()],
            self.caret(),
            None,
            &[],
        );
        let claim = self.shrunk(found.speaker, found.cue) == self.claim;
        (
            claim,
            found.speaker == self.speaker && found.cue == self.cue,
        )
    }
}

/// Shares in percent of exact claims with speaker and cue shown, of exact
/// claims with the caret left alone, and of speaker and cue both found so.
fn shares(script: &str, lines: &str) -> [usize; 3] {
    let sentences: Vec<Sentence> = lines.lines().map(Sentence::read).collect();
    assert!(sentences.len() >= 12, "{script}: {}", sentences.len());
    let mut exact = [0; 3];
    for (sentence, line) in sentences.iter().zip(lines.lines()) {
        let (claim, told) = sentence.by_itself();
        let found = [sentence.with_hand(), claim, told];
        for (count, found) in exact.iter_mut().zip(found) {
            *count += usize::from(found);
        }
        if found != [true; 3] {
            println!("{script}: {found:?} {line}");
        }
    }
    let shares = exact.map(|count| count * 100 / sentences.len());
    println!(
        "{script}: {} claims; exact with speaker and cue shown {} %, with the caret left alone {} %; \
         speaker and cue found {} %",
        sentences.len(),
        shares[0],
        shares[1],
        shares[2]
    );
    shares
}

#[test]
fn the_share_of_exact_claims_does_not_fall() {
    let scripts = [
        (
            "Latin",
            include_str!("exact_claims/latin.txt"),
            [87, 68, 50],
        ),
        (
            "Cyrillic",
            include_str!("exact_claims/cyrillic.txt"),
            [85, 57, 50],
        ),
        (
            "Arabic",
            include_str!("exact_claims/arabic.txt"),
            [92, 92, 64],
        ),
        (
            "Chinese and Japanese",
            include_str!("exact_claims/chinese.txt"),
            [71, 71, 71],
        ),
        (
            "Devanagari",
            include_str!("exact_claims/devanagari.txt"),
            [92, 84, 76],
        ),
    ];
    for (script, lines, least) in scripts {
        for (share, least) in shares(script, lines).into_iter().zip(least) {
            assert!(share >= least, "{script}: {share} % is less than {least} %");
        }
    }
}
