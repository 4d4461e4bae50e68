//! The article's text in the window. Offsets are UTF-16 units.

use super::Window;
use crate::Outcome;
use serde_json::{Value, json};

/// The editor that shows the article.
const VIEW: &str = "document.querySelector('.cm-content').cmTile.root.view";

/// Where the caret is and what is selected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Selection {
    /// Where selecting began.
    pub anchor: usize,
    /// The caret.
    pub head: usize,
}

/// The offset of the n-th occurrence (from 0), in UTF-16 units.
///
/// # Errors
/// There are not so many.
pub fn offset(text: &str, needle: &str, nth: usize) -> Outcome<usize> {
    let byte = text
        .match_indices(needle)
        .nth(nth)
        .ok_or_else(|| format!("no {needle}"))?
        .0;
    Ok(text[..byte].encode_utf16().count())
}

/// UTF-16 units of a text.
#[must_use]
pub fn units(text: &str) -> usize {
    text.encode_utf16().count()
}

impl Window {
    /// The caret and what is selected.
    ///
    /// # Errors
    /// No article is open.
    pub fn selection(&self) -> Outcome<Selection> {
        let read = self.read(&format!(
            "(({{ anchor, head }}) => [anchor, head])({VIEW}.state.selection.main)"
        ))?;
        Ok(Selection {
            anchor: number(&read[0])?,
            head: number(&read[1])?,
        })
    }

    /// The selected text.
    ///
    /// # Errors
    /// No article is open.
    pub fn selected(&self) -> Outcome<String> {
        let read = self.read(&format!(
            "(({{ state }}) => state.sliceDoc(state.selection.main.from, state.selection.main.to))({VIEW})"
        ))?;
        Ok(read.as_str().unwrap_or_default().to_owned())
    }

    /// How often the highlights were drawn.
    ///
    /// # Errors
    /// No article is open.
    pub fn painted(&self) -> Outcome<u64> {
        let read = self.read("Number(document.querySelector('.cm-editor').dataset.painted)")?;
        read.as_u64().ok_or_else(|| "never painted".into())
    }

    /// Walks the caret to a place with arrow keys alone.
    ///
    /// # Errors
    /// The keys do not lead there.
    pub fn walk_to(&self, target: usize) -> Outcome {
        for _ in 0..400 {
            let step = self.run(
                &format!(
                    "const view = {VIEW}, target = arguments[0], {{ head, empty }} = view.state.selection.main;
                     if (head === target && empty) return null;
                     const here = view.state.doc.lineAt(head), there = view.state.doc.lineAt(target);
                     if (here.number < there.number) return 'Down';
                     if (here.number > there.number) return 'Up';
                     const leftward = (head < target) === (view.textDirectionAt(target) === 'rtl'
                       || getComputedStyle(view.domAtPos(target).node.parentElement.closest('.cm-line')).direction === 'rtl');
                     const arrow = leftward ? 'Left' : 'Right';
                     return Math.abs(head - target) > 12 ? 'Ctrl+' + arrow : arrow;"
                ),
                vec![json!(target)],
            )?;
            match step.as_str() {
                Some(key) => self.press(key)?,
                None => return Ok(()),
            }
        }
        Err(format!(
            "the caret does not come to {target}: {:?}",
            self.selection()?
        )
        .into())
    }

    /// Selects with Shift and arrow keys alone.
    ///
    /// # Errors
    /// The keys do not lead there.
    pub fn select_by_keys(&self, start: usize, end: usize) -> Outcome {
        self.walk_to(start)?;
        let forward = self.run(
            &format!(
                "const view = {VIEW};
                 return getComputedStyle(view.domAtPos(arguments[0]).node.parentElement.closest('.cm-line')).direction === 'rtl'
                   ? 'Shift+Left' : 'Shift+Right';"
            ),
            vec![json!(start)],
        )?;
        let forward = forward.as_str().unwrap_or_default().to_owned();
        for _ in 0..200 {
            let Selection { head, .. } = self.selection()?;
            if head >= end {
                break;
            }
            self.press(&forward)?;
        }
        let selected = self.selection()?;
        if selected
            == (Selection {
                anchor: start,
                head: end,
            })
        {
            return Ok(());
        }
        Err(format!("{start}..{end} can't be selected by keys: {selected:?}").into())
    }
}

/// A number from the page.
///
/// # Errors
/// It is none.
pub fn number(value: &Value) -> Outcome<usize> {
    let number = value
        .as_u64()
        .ok_or_else(|| format!("{value} is no number"))?;
    Ok(usize::try_from(number)?)
}
