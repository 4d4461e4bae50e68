//! Keys and the clipboard.

use super::Window;
use crate::Outcome;
use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use serde_json::{Value, json};

const CONTROL: char = '\u{E009}';
const SHIFT: char = '\u{E008}';
const ALT: char = '\u{E00A}';

/// WebDriver's sign for a key by its name.
fn sign(name: &str) -> Outcome<char> {
    let mut letters = name.chars();
    if let (Some(letter), None) = (letters.next(), letters.next()) {
        return Ok(letter);
    }
    Ok(match name {
        "Space" => ' ',
        "Backspace" => '\u{E003}',
        "Tab" => '\u{E004}',
        "Enter" => '\u{E007}',
        "Escape" => '\u{E00C}',
        "PageUp" => '\u{E00E}',
        "PageDown" => '\u{E00F}',
        "End" => '\u{E010}',
        "Home" => '\u{E011}',
        "Left" => '\u{E012}',
        "Up" => '\u{E013}',
        "Right" => '\u{E014}',
        "Down" => '\u{E015}',
        "Delete" => '\u{E017}',
        "F1" => '\u{E031}',
        "F6" => '\u{E036}',
        "F8" => '\u{E038}',
        "F9" => '\u{E039}',
        _ => return Err(format!("no key is called {name}").into()),
    })
}

impl Window {
    /// Presses and releases a key such as `C`, `Shift+S` or `Ctrl+Right`.
    ///
    /// # Errors
    /// No key is called so, or the window is gone.
    pub fn press(&self, chord: &str) -> Outcome {
        let mut names: Vec<&str> = chord.split('+').collect();
        let key = sign(names.pop().unwrap_or_default())?;
        let shifted = names.contains(&"Shift");
        let key = if shifted {
            key.to_ascii_uppercase()
        } else {
            key.to_ascii_lowercase()
        };
        let held = names
            .iter()
            .map(|name| match *name {
                "Ctrl" => Ok(CONTROL),
                "Shift" => Ok(SHIFT),
                "Alt" => Ok(ALT),
                other => Err(format!("{other} can't be held")),
            })
            .collect::<Result<Vec<char>, String>>()?;
        let mut actions = KeyActions::new("keyboard".to_owned());
        for value in held.iter().copied().chain([key]) {
            actions = actions.then(KeyAction::Down { value });
        }
        for value in [key].into_iter().chain(held.iter().rev().copied()) {
            actions = actions.then(KeyAction::Up { value });
        }
        Ok(self
            .runtime
            .block_on(self.client()?.perform_actions(actions))?)
    }

    /// Types a text that has a key for each letter.
    ///
    /// # Errors
    /// The window is gone.
    pub fn type_text(&self, text: &str) -> Outcome {
        let mut actions = KeyActions::new("keyboard".to_owned());
        for value in text.chars() {
            actions = actions
                .then(KeyAction::Down { value })
                .then(KeyAction::Up { value });
        }
        Ok(self
            .runtime
            .block_on(self.client()?.perform_actions(actions))?)
    }

    /// Presses a key that is answered in the status line, and gives the answer.
    ///
    /// # Errors
    /// Nothing was said.
    pub fn answer(&self, chord: &str) -> Outcome<String> {
        self.answered(chord, || self.press(chord))
    }

    /// What the status line answers to something that is called by a name.
    pub(super) fn answered(&self, chord: &str, act: impl FnOnce() -> Outcome) -> Outcome<String> {
        let before = self.read("Number(document.querySelector('.said').dataset.count)")?;
        act()?;
        self.until(&format!(
            "Number(document.querySelector('.said').dataset.count) > {before}"
        ))
        .map_err(|error| format!("{chord}: {error}"))?;
        self.drawn()?;
        self.said()
    }

    /// Puts a text on the clipboard by copying it, as from another page.
    ///
    /// # Errors
    /// The window is gone.
    pub fn copy(&self, text: &str) -> Outcome {
        self.copy_made("arguments[0]", vec![json!(text)])
    }

    /// Copies the text that a JavaScript expression makes in the page.
    ///
    /// # Errors
    /// The window is gone.
    pub fn copy_made(&self, expression: &str, arguments: Vec<Value>) -> Outcome {
        // A long text would take its time in a field of its own.
        let put = "const text = EXPRESSION;
                   const field = document.createElement('input');
                   field.id = 'copied-from';
                   field.value = 'text';
                   field.oncopy = (event) => {
                     event.clipboardData.setData('text/plain', text);
                     event.preventDefault();
                     field.dataset.copied = '';
                   };
                   window.beforeCopying = document.activeElement;
                   document.body.append(field);
                   field.focus();
                   field.select();";
        self.run(&put.replace("EXPRESSION", expression), arguments)?;
        self.press("Ctrl+C")?;
        self.until("'copied' in document.getElementById('copied-from').dataset")?;
        let away = "document.getElementById('copied-from').remove();
                    window.beforeCopying?.focus?.();";
        self.run(away, Vec::new()).map(drop)
    }

    /// Copies a text, presses Ctrl+V and waits for the paste box.
    ///
    /// # Errors
    /// No paste box opened.
    pub fn paste(&self, text: &str) -> Outcome {
        self.copy(text)?;
        self.press("Ctrl+V")?;
        self.until("document.querySelector('dialog[open] textarea')?.value")?;
        Ok(())
    }

    /// Pastes an article, adds it with Enter and waits until it is on screen.
    ///
    /// # Errors
    /// It was not added.
    pub fn add_article(&self, text: &str) -> Outcome {
        self.paste(text)?;
        self.until(
            "document.querySelector('dialog[open] .button.primary:not(:disabled)') !== null",
        )?;
        self.until("document.querySelector('dialog[open] input').value !== ''")?;
        self.press("Enter")?;
        self.until("!document.querySelector('dialog[open]')")?;
        let text = serde_json::to_string(text)?;
        self.until(&format!(
            "document.querySelector('.cm-content').cmTile.root.view.state.doc.toString() === {text}"
        ))?;
        self.until("document.activeElement === document.querySelector('.cm-content')")?;
        self.drawn()
    }
}
