//! One journey in every script: select, walk, mark, drag, and look where
//! everything stands, at three sizes of the window.

mod texts;

use postil_app::app::App;
use postil_app::commands::dispatch;
use postil_app::environment::{Home, SystemEnvironment, WrittenAnswers};
use postil_core::text::{CodePoint, Text};
use postil_tests::Outcome;
use postil_tests::desk::Desk;
use postil_tests::project;
use postil_tests::window::Window;
use postil_tests::window::text::{offset, units};
use serde_json::{Value, json};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use texts::{SCRIPTS, Script};

/// Percent. At 200 the window is as narrow as it may be, and the cards are in a drawer.
const ZOOMS: [u32; 3] = [100, 150, 200];

/// How far things may stand from where they belong, in CSS pixels.
const NEAR: f64 = 2.0;

/// Makes a project with an article in each script, as the window would.
fn fill(desk: &Desk, scripts: &[Script]) -> Outcome {
    desk.settle(&json!({}))?;
    let home = Home::below(&desk.path(""));
    let answers = Box::new(WrittenAnswers::new(desk.path("answers")));
    let mut app = App::new(home, Box::new(SystemEnvironment), answers);
    for script in scripts {
        let article = json!({ "text": text(script), "title": script.name, "language": null });
        dispatch(&mut app, "add_article", &article.to_string())
            .map_err(|problem| format!("{}: {problem:?}", script.name))?;
    }
    Ok(())
}

fn text(script: &Script) -> String {
    format!("{}\n\n{}", script.line, script.paragraph)
}

/// Everything that is done in one script.
struct Journey<'a> {
    window: &'a Window,
    project: &'a Path,
    script: &'a Script,
    text: String,
    /// The whole article, as core divides it.
    core: Text,
}

impl<'a> Journey<'a> {
    fn new(window: &'a Window, project: &'a Path, script: &'a Script) -> Self {
        let text = text(script);
        let core = Text::new(text.clone());
        Self {
            window,
            project,
            script,
            text,
            core,
        }
    }

    /// Where words stand that the article has once in its paragraph.
    fn range(&self, words: &str) -> Outcome<(usize, usize)> {
        let paragraph = offset(&self.text, self.script.paragraph, 0)?;
        let start = paragraph + offset(self.script.paragraph, words, 0)?;
        Ok((start, start + units(words)))
    }

    /// Waits for the article that a key goes to.
    fn open(&self, key: &str) -> Outcome {
        self.window.press(key)?;
        let text = serde_json::to_string(&self.text)?;
        self.window.until(&format!(
            "document.querySelector('.cm-content').cmTile.root.view.state.doc.toString() === {text}"
        ))?;
        self.window
            .until("document.activeElement === document.querySelector('.cm-content')")?;
        // One thread answers in turn: what is asked now is answered after the boundaries.
        self.window.answer("Q")?;
        self.window.press("Escape")?;
        self.window.drawn()
    }

    fn double_click(&self, word: &str) -> Outcome {
        let (start, end) = self.range(word)?;
        let (from, to) = (self.window.place(start, 1)?, self.window.place(end, -1)?);
        // A row may end inside a Chinese word, then its first letter is clicked, but not inside
        // a Korean one.
        let on_one_line = (from.1 - to.1).abs() < 1.0;
        assert!(on_one_line || self.script.name != "Korean", "{word}");
        let across = if on_one_line {
            (from.0 + to.0) / 2.0
        } else {
            from.0 + 3.0
        };
        self.window.click_at((across, from.1), 2)?;
        assert_eq!(self.window.selected()?, word);
        // What a reader takes for a word is one for core.
        let at = |unit: usize| -> Outcome<Option<CodePoint>> {
            Ok(self
                .core
                .from_utf16(postil_core::text::Utf16(u32::try_from(unit)?)))
        };
        let found = at(start)?.and_then(|at| self.core.word_at(at));
        let found = found.and_then(|extent| self.core.slice(extent));
        assert_eq!(found, Some(word));
        Ok(())
    }

    /// Walks through the first line and back, by cluster and by word.
    fn walk(&self) -> Outcome {
        let rtl = self
            .window
            .read("getComputedStyle(document.querySelector('.cm-line')).direction === 'rtl'")?
            == true;
        let (ahead, back) = if rtl {
            ("Left", "Right")
        } else {
            ("Right", "Left")
        };
        let unit = |at: CodePoint| -> Outcome<usize> {
            let unit = self.core.to_utf16(at).ok_or("beyond the text")?;
            Ok(usize::try_from(unit.0)?)
        };
        let clusters = self.core.grapheme_breaks(0);
        let clusters = clusters
            .iter()
            .map(|at| unit(*at))
            .collect::<Outcome<Vec<_>>>()?;
        let end = units(self.script.line);
        self.window.press("Ctrl+Home")?;
        let walked = self.stops(ahead, clusters.len() - 1)?;
        if self.script.mixed {
            // From left to right over the screen, not through the text.
            let mut sorted = walked.clone();
            sorted.sort_unstable();
            sorted.dedup();
            assert!(
                sorted.iter().all(|stop| clusters.contains(stop)),
                "{walked:?}"
            );
            assert_eq!(walked.last(), Some(&end));
            return Ok(());
        }
        assert_eq!(walked, clusters[1..]);
        let mut returned = self.stops(back, clusters.len() - 1)?;
        returned.reverse();
        assert_eq!(returned, clusters[..clusters.len() - 1]);

        let words = self.core.word_breaks(0);
        let mut ends = Vec::new();
        let mut starts = Vec::new();
        for pair in words.windows(2) {
            if pair[1].word_before {
                starts.push(unit(pair[0].at)?);
                ends.push(unit(pair[1].at)?);
            }
        }
        assert!(ends.len() > 1, "one word: {ends:?}");
        assert_eq!(self.stops(&format!("Ctrl+{ahead}"), ends.len())?, ends);
        self.window.press("End")?;
        let mut returned = self.stops(&format!("Ctrl+{back}"), starts.len())?;
        returned.reverse();
        assert_eq!(returned, starts);
        Ok(())
    }

    /// Where the caret is after each press of a key.
    fn stops(&self, key: &str, presses: usize) -> Outcome<Vec<usize>> {
        (0..presses)
            .map(|_| {
                self.window.press(key)?;
                Ok(self.window.selection()?.head)
            })
            .collect()
    }

    /// Marks the claim that was dragged over, and its speaker.
    fn mark(&self) -> Outcome {
        let (start, end) = self.range(self.script.claim)?;
        self.window.drag(start, end)?;
        assert_eq!(self.window.selected()?, self.script.claim);
        self.window.answer("C")?;
        let (start, end) = self.range(self.script.speaker)?;
        self.window.drag(start, end)?;
        assert_eq!(self.window.selected()?, self.script.speaker);
        self.window.answer("S")?;
        self.kept(&[
            ("claim", self.script.claim),
            ("speaker", self.script.speaker),
        ])
    }

    /// The file has these spans, and each piece is what the text has there.
    fn kept(&self, expected: &[(&str, &str)]) -> Outcome {
        let title = self.script.name;
        let found = project::rows(
            self.project,
            &format!(
                "SELECT span.label || ': ' || fragment.quote
                   || iif(substr(document.text, start + 1, end - start) = quote, '', ' (is not there)')
                 FROM fragment JOIN span ON span.id = fragment.span JOIN layer ON layer.id = span.layer
                 JOIN document ON document.id = layer.document
                 WHERE document.title = '{title}' ORDER BY span.label"
            ),
        )?;
        let expected: Vec<String> = expected
            .iter()
            .map(|(label, quote)| format!("{label}: {quote}"))
            .collect();
        assert_eq!(found, expected);
        Ok(())
    }

    /// Drags the claim's end over further words, and takes that back.
    fn drag_the_end(&self) -> Outcome {
        let (_, end) = self.range(self.script.claim)?;
        let to = end + units(self.script.further);
        self.make_claim_current()?;
        let knob = self.window.until(
            "(() => { const box = document.querySelector('.postil-handle.is-end')?.getBoundingClientRect();
                      return box && [box.x + box.width / 2, box.y + box.height / 2]; })()",
        )?;
        let knob = point(&knob)?;
        let (from, to) = (self.window.place(end, -1)?, self.window.place(to, -1)?);
        // The knob is held where it was taken, so the pointer goes as far as the edge does.
        let goal = (to.0 + knob.0 - from.0, to.1 + knob.1 - from.1);
        self.window.drag_points(knob, goal)?;
        let further = format!("{}{}", self.script.claim, self.script.further);
        let said = "document.querySelector('.said').textContent.startsWith('Now ')";
        self.window.until(said)?;
        self.kept(&[("claim", &further), ("speaker", self.script.speaker)])?;
        self.window.answer("U")?;
        self.kept(&[
            ("claim", self.script.claim),
            ("speaker", self.script.speaker),
        ])
    }

    /// A click on the claim's badge.
    fn make_claim_current(&self) -> Outcome {
        let badge = self.window.read(
            "(({ x, y, width, height }) => [x + width / 2, y + height / 4])(
               document.querySelector('.postil-badge').getBoundingClientRect())",
        )?;
        self.window.click_at(point(&badge)?, 1)?;
        self.window
            .until("document.querySelector('.postil-outline')")?;
        self.window.drawn()
    }

    /// Badge, leader and card stand where they belong.
    fn stands(&self, card: bool) -> Outcome {
        let (claim, speaker) = (
            self.range(self.script.claim)?,
            self.range(self.script.speaker)?,
        );
        let wrong = self.window.run(
            include_str!("scripts/standing.js"),
            vec![json!(claim), json!(speaker), json!(card), json!(NEAR)],
        )?;
        assert_eq!(wrong, json!([]));
        Ok(())
    }

    /// All of it, in the window's size of now.
    fn look(&self, zoom: u32) -> Outcome {
        self.make_claim_current()?;
        self.stands(zoom < 200)?;
        self.window.only_tints()?;
        let grid = self
            .window
            .compare_tints_of(self.project, self.script.name)?;
        self.window.with_ink()?;
        assert!(grid.inside >= 60 && grid.outside >= 60, "{grid:?}");
        Ok(())
    }

    /// All of it, at one size of the window; marked at the first.
    fn at(&self, zoom: u32, key: &str) -> Outcome {
        self.open(key)?;
        for word in self.script.words {
            self.double_click(word)?;
            // The next double click is no fourth click of this one.
            self.window.press("Escape")?;
        }
        if zoom == ZOOMS[0] {
            self.walk()?;
            self.mark()?;
        }
        self.look(zoom)?;
        self.drag_the_end()
    }
}

fn point(value: &Value) -> Outcome<(f64, f64)> {
    let at = |index: usize| value[index].as_f64().ok_or("no point");
    Ok((at(0)?, at(1)?))
}

/// Shows the window in another size by its keys.
fn zoom_to(window: &Window, percent: u32) -> Outcome {
    let wanted = format!("Shown at {percent} %.");
    let mut said = window.answer("Ctrl+0")?;
    for _ in 0..8 {
        if said == wanted {
            break;
        }
        said = window.answer("Ctrl+=")?;
    }
    assert_eq!(said, wanted);
    window.settled()
}

#[test]
fn every_script_is_read_walked_marked_and_drawn_at_every_size() -> Outcome {
    let desk = Desk::new()?;
    fill(&desk, &SCRIPTS)?;
    let project = desk.untitled();
    let window = desk.start(&[&project.to_string_lossy()])?;
    let mut wrong = Vec::new();
    let mut journeys: Vec<Journey<'_>> = SCRIPTS
        .iter()
        .map(|script| Journey::new(&window, &project, script))
        .collect();
    for (zoom, key) in ZOOMS
        .into_iter()
        .zip(["Ctrl+PageDown", "Ctrl+PageUp", "Ctrl+PageDown"])
    {
        zoom_to(&window, zoom)?;
        for (index, journey) in journeys.iter().enumerate() {
            // The first is open; then down the list, up and down again.
            let key = if index == 0 { "Ctrl+Home" } else { key };
            // All that is wrong is told at once.
            let done = catch_unwind(AssertUnwindSafe(|| journey.at(zoom, key)));
            let name = journey.script.name;
            match done {
                Ok(Ok(())) => {}
                Ok(Err(error)) => wrong.push(format!("{name} at {zoom} %: {error}")),
                Err(_) => wrong.push(format!("{name} at {zoom} %: as said above")),
            }
        }
        journeys.reverse();
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    Ok(())
}
