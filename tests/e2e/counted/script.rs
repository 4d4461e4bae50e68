//! A script of keys, clicks and drags.

use super::reference::folder;
use postil_tests::Outcome;
use postil_tests::window::Window;
use postil_tests::window::text::{offset, units};

/// One step; each counts one input, typed text one a letter.
#[derive(Debug)]
enum Step {
    /// A key, with what is held.
    Press(String),
    /// Letters.
    Type(String),
    /// On the first letter of the words.
    Click(String),
    /// Twice on it: two inputs.
    DoubleClick(String),
    /// From the first letter of the words to their last.
    Drag(String),
    /// The digit that the numbered list shows beside a name.
    Choose(String),
}

/// Steps, with the number of their line.
pub struct Script {
    name: String,
    steps: Vec<(usize, Step)>,
}

impl Script {
    /// Reads a script: steps parted by spaces, words in quotation marks after
    /// `click`, `double`, `drag`, `type` and `choose`; `#` begins a remark.
    pub fn read(name: &str) -> Outcome<Self> {
        let content = std::fs::read_to_string(folder().join(name))?;
        let mut steps = Vec::new();
        for (line, content) in content.lines().enumerate() {
            let mut rest = content.trim();
            while !rest.is_empty() && !rest.starts_with('#') {
                let (word, after) = rest.split_once(' ').unwrap_or((rest, ""));
                rest = after.trim_start();
                let quoted = match word {
                    "click" | "double" | "drag" | "type" | "choose" => {
                        let opened = rest
                            .strip_prefix('"')
                            .ok_or_else(|| format!("{name}:{}: {word} what?", line + 1))?;
                        let (quoted, after) = opened.split_once('"').ok_or("an open quotation")?;
                        rest = after.trim_start();
                        quoted.to_owned()
                    }
                    _ => String::new(),
                };
                let step = match word {
                    "click" => Step::Click(quoted),
                    "double" => Step::DoubleClick(quoted),
                    "drag" => Step::Drag(quoted),
                    "type" => Step::Type(quoted),
                    "choose" => Step::Choose(quoted),
                    chord => Step::Press(chord.to_owned()),
                };
                steps.push((line + 1, step));
            }
        }
        Ok(Self {
            name: name.to_owned(),
            steps,
        })
    }

    /// How many inputs it has.
    pub fn inputs(&self) -> u32 {
        let inputs = |step: &Step| match step {
            Step::Press(_) | Step::Click(_) | Step::Drag(_) | Step::Choose(_) => 1,
            Step::DoubleClick(_) => 2,
            Step::Type(text) => text.chars().count(),
        };
        let all: usize = self.steps.iter().map(|(_, step)| inputs(step)).sum();
        u32::try_from(all).unwrap_or(u32::MAX)
    }

    /// Does what it says in the window, one step after the other.
    pub fn perform(&self, window: &Window, text: &str) -> Outcome {
        window.listen()?;
        for (line, step) in &self.steps {
            let done = match step {
                Step::Press(chord) => window.press(chord),
                Step::Choose(name) => choose(window, name),
                Step::Type(letters) => window.type_text(letters),
                Step::Click(words) => offset(text, words, 0).and_then(|at| {
                    window.scroll_to(at)?;
                    window.click_at(window.place(at, 1)?, 1)
                }),
                Step::DoubleClick(words) => offset(text, words, 0).and_then(|at| {
                    window.scroll_to(at)?;
                    window.click_at(window.place(at, 1)?, 2)
                }),
                Step::Drag(words) => offset(text, words, 0).and_then(|at| {
                    window.scroll_to(at)?;
                    window.drag(at, at + units(words))
                }),
            };
            done.and_then(|()| window.quiet())
                .map_err(|error| format!("{}:{line}: {step:?}: {error}", self.name))?;
            if std::env::var_os("POSTIL_TRACE").is_some() {
                println!(
                    "{line}\t{step:?}\t{:?} [{}]\t{}\t{}",
                    window.selection()?.head,
                    window.selected()?,
                    window.said()?,
                    window.read("[...document.querySelectorAll('[role=option]')].map((one) => one.textContent).join('|')")?
                );
            }
        }
        Ok(())
    }
}

/// Presses the digit that stands beside a name.
fn choose(window: &Window, name: &str) -> Outcome {
    let name = serde_json::to_string(name)?;
    let digit = window.until(&format!(
        "[...document.querySelectorAll('[role=option]')]
           .find((one) => one.querySelector('bdi').textContent === {name})?.querySelector('kbd').textContent"
    ))?;
    window.press(digit.as_str().ok_or("no digit")?)
}
