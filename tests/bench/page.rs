//! What is measured inside the page. Times are milliseconds.

use postil_tests::Outcome;
use postil_tests::window::Window;
use serde_json::{Value, json};

/// Frames of one walk through a text.
const FRAMES: u32 = 200;

/// A window whose page measures itself.
pub struct Page {
    window: Window,
}

impl Page {
    /// Prepares an open window.
    ///
    /// # Errors
    /// The window is gone.
    pub fn new(window: Window) -> Outcome<Self> {
        window.run(include_str!("page.js"), Vec::new())?;
        let page = Self { window };
        page.rest()?;
        Ok(page)
    }

    /// Waits until highlights are not drawn any more.
    ///
    /// # Errors
    /// They go on and on.
    pub fn rest(&self) -> Outcome {
        self.window.run("measured.rest()", Vec::new())?;
        self.window.until("measured.resting").map(drop)
    }

    /// From a click on an article in the list to its text and highlights.
    /// `length` is its length in UTF-16 units.
    ///
    /// # Errors
    /// It was not shown.
    pub fn open(&self, title: &str, length: usize) -> Outcome<f64> {
        self.rest()?;
        self.call("open", vec![json!(title), json!(length)])?;
        self.took()
    }

    /// From the key for the next article to its text and highlights.
    ///
    /// # Errors
    /// As [`Page::open`].
    pub fn next_article(&self, key: &str, length: usize) -> Outcome<f64> {
        self.rest()?;
        self.call("next", vec![json!(length)])?;
        self.window.press(key)?;
        self.took()
    }

    /// From a key that marks the text between two offsets (UTF-16 units) to
    /// the new span, stored and drawn: the program answers when it is durable,
    /// and nothing is drawn before it answers.
    ///
    /// # Errors
    /// Nothing was marked.
    pub fn mark(&self, key: &str, start: u32, end: u32) -> Outcome<f64> {
        self.call("select", vec![json!(start), json!(end)])?;
        self.rest()?;
        self.call("mark", Vec::new())?;
        self.window.press(key)?;
        self.took()
            .map_err(|error| format!("{key} at {start}–{end}: {error}").into())
    }

    /// The frames of scrolling by a third of the window each.
    ///
    /// # Errors
    /// The window is gone.
    pub fn scroll(&self) -> Outcome<Vec<f64>> {
        self.rest()?;
        self.call("scroll", vec![json!(FRAMES)])?;
        let frames = self.window.until("measured.frames")?;
        let frames = frames.as_array().ok_or("no frames")?;
        Ok(frames.iter().filter_map(Value::as_f64).collect())
    }

    fn call(&self, name: &str, arguments: Vec<Value>) -> Outcome {
        let script = format!("measured.{name}(...arguments)");
        self.window.run(&script, arguments).map(drop)
    }

    fn took(&self) -> Outcome<f64> {
        self.window
            .until("measured.took")?
            .as_f64()
            .ok_or_else(|| "no time was taken".into())
    }
}
