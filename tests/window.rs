//! The program's window, driven through WebKitWebDriver.

mod axe;
pub(crate) mod driver;
mod drop;
mod frame;
pub mod hardware;
pub mod keys;
pub mod pointer;
mod quiet;
pub mod text;
mod tint;
mod wheel;

pub use tint::Grid;

use crate::Outcome;
use crate::picture::Picture;
use driver::Driver;
use fantoccini::wd::Capabilities;
use fantoccini::{Client, ClientBuilder};
use frame::Frame;
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use std::cell::Cell;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};
use tokio::runtime::{Builder, Runtime};

/// How long anything may take on a busy computer, in milliseconds.
const PATIENCE: u32 = 25_000;

/// An open window. Dropped, it ends with the program.
pub struct Window {
    runtime: Runtime,
    client: Option<Client>,
    driver: Driver,
    /// How many pictures were taken.
    pictures: Cell<u8>,
}

impl Window {
    /// Starts the program and waits until the window shows something.
    ///
    /// # Errors
    /// The window did not open.
    pub fn open(
        program: PathBuf,
        arguments: &[&str],
        environment: &[(&str, OsString)],
    ) -> Outcome<Self> {
        Self::through(Driver::start(environment, false)?, program, arguments)
    }

    /// The same as a user who may write nothing but their own files.
    ///
    /// # Errors
    /// The window did not open.
    pub fn open_powerless(
        program: PathBuf,
        arguments: &[&str],
        environment: &[(&str, OsString)],
    ) -> Outcome<Self> {
        Self::through(Driver::start(environment, true)?, program, arguments)
    }

    fn through(driver: Driver, program: PathBuf, arguments: &[&str]) -> Outcome<Self> {
        let runtime = Builder::new_current_thread().enable_all().build()?;
        let mut capabilities = Capabilities::new();
        capabilities.insert(
            "webkitgtk:browserOptions".to_owned(),
            json!({ "binary": program, "args": arguments }),
        );
        let mut builder = ClientBuilder::new(HttpConnector::new());
        builder.capabilities(capabilities);
        let client = runtime.block_on(builder.connect(&driver.address()));
        let client = client.map_err(|error| format!("the window did not open: {error}"))?;
        let window = Self {
            runtime,
            client: Some(client),
            driver,
            pictures: Cell::new(0),
        };
        window.until("document.documentElement.dataset.ready")?;
        Ok(window)
    }

    fn client(&self) -> Outcome<&Client> {
        self.client
            .as_ref()
            .ok_or_else(|| "the window was closed".into())
    }

    /// What a JavaScript expression is in the page.
    ///
    /// # Errors
    /// It threw, or the window is gone.
    pub fn read(&self, expression: &str) -> Outcome<Value> {
        self.run(&format!("return ({expression});"), Vec::new())
    }

    /// What a piece of JavaScript returns.
    ///
    /// # Errors
    /// As [`Window::read`].
    pub fn run(&self, script: &str, arguments: Vec<Value>) -> Outcome<Value> {
        Ok(self
            .runtime
            .block_on(self.client()?.execute(script, arguments))?)
    }

    /// Waits until an expression is true in the page, and gives what it is.
    ///
    /// # Errors
    /// It did not become true in time.
    pub fn until(&self, expression: &str) -> Outcome<Value> {
        let script = format!(
            "const done = arguments[arguments.length - 1];
             const end = performance.now() + {PATIENCE};
             const look = () => {{
               let found = null;
               try {{ found = ({expression}); }} catch {{}}
               if (found) done(found);
               else if (performance.now() > end) done(null);
               else setTimeout(look, 8);
             }};
             look();"
        );
        let found = self
            .runtime
            .block_on(self.client()?.execute_async(&script, Vec::new()))?;
        if found.is_null() {
            let said = self.said().unwrap_or_default();
            return Err(
                format!("never became true: {expression} (the status line says “{said}”)").into(),
            );
        }
        Ok(found)
    }

    /// What the status line says, without the isolates around what is quoted.
    ///
    /// # Errors
    /// The window is gone.
    pub fn said(&self) -> Outcome<String> {
        let said = self.read("document.querySelector('.said')?.textContent ?? ''")?;
        Ok(said
            .as_str()
            .unwrap_or_default()
            .replace(['\u{2068}', '\u{2069}'], "")
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" "))
    }

    /// Adds a rule to the page's style.
    ///
    /// # Errors
    /// The window is gone.
    pub fn style(&self, rule: &str) -> Outcome {
        let script = "const sheet = new CSSStyleSheet(); sheet.insertRule(arguments[0]);
                      document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];";
        self.run(script, vec![json!(rule)]).map(drop)
    }

    /// Waits until what was asked for so far is on screen.
    ///
    /// # Errors
    /// The window is gone.
    pub fn drawn(&self) -> Outcome {
        let script = "const done = arguments[arguments.length - 1];
                      requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => done(true), 0)));";
        self.runtime
            .block_on(self.client()?.execute_async(script, Vec::new()))?;
        Ok(())
    }

    /// Waits until the window has stopped changing its size and the article is
    /// drawn in it.
    ///
    /// # Errors
    /// The window is gone.
    pub fn settled(&self) -> Outcome {
        self.until(
            "(() => {
               const now = [innerWidth, innerHeight, document.querySelector('.cm-editor')?.dataset.painted].join();
               const rests = window.lastSize === now;
               window.lastSize = now;
               return rests;
             })()",
        )?;
        self.drawn()
    }

    /// A picture of what the display shows of the window, once all that the
    /// page was asked for so far is on it.
    ///
    /// # Errors
    /// The window is gone, or does not draw.
    pub fn picture(&self) -> Outcome<Picture> {
        // A pixel of a colour that no picture before had tells that the
        // display has got this frame: it gets it some time after the page drew.
        let seed = self.pictures.get().wrapping_add(1);
        self.pictures.set(seed);
        let colour = [seed.wrapping_mul(37), seed.wrapping_mul(91), 255 - seed];
        let [red, green, blue] = colour;
        let script = "const pixel = document.createElement('i');
                      pixel.id = 'picture-pixel';
                      pixel.style = `position: fixed; right: 0; bottom: 0; width: 1px; height: 1px; z-index: 9999;
                                     pointer-events: none; background: rgb(${arguments[0].join(' ')})`;
                      document.body.append(pixel);";
        self.run(script, vec![json!([red, green, blue])])?;
        self.drawn()?;
        let frame = Frame::of(self.driver.program()?.parse()?)?;
        let begun = Instant::now();
        let picture = loop {
            let picture = frame.picture()?;
            if picture.last() == Some(colour) {
                break picture;
            }
            if begun.elapsed() > Duration::from_millis(u64::from(PATIENCE)) {
                return Err("the display never got the picture".into());
            }
            std::thread::yield_now();
        };
        self.run(
            "document.querySelector('#picture-pixel').remove()",
            Vec::new(),
        )?;
        Ok(picture)
    }

    /// Closes the window as its frame does, and waits until the program ended.
    ///
    /// # Errors
    /// The program did not end.
    pub fn close(mut self) -> Outcome {
        let program = self.driver.program()?;
        Frame::of(program.parse()?)?.close()?;
        let ended = ends(&program)?;
        // The session ended with the program.
        self.client = None;
        if ended {
            Ok(())
        } else {
            Err("the program goes on after its window was closed".into())
        }
    }

    /// Kills the program as a power cut would, and waits until it ended.
    ///
    /// # Errors
    /// It did not end.
    pub fn kill(mut self) -> Outcome {
        let program = self.driver.program()?;
        let killed = Command::new("kill").args(["-KILL", &program]).status()?;
        self.client = None;
        if killed.success() && ends(&program)? {
            Ok(())
        } else {
            Err("the program can't be killed".into())
        }
    }

    /// Whether the program is still there.
    #[must_use]
    pub fn alive(&self) -> bool {
        self.driver
            .program()
            .is_ok_and(|id| Path::new("/proc").join(id).exists())
            && self.read("1").is_ok()
    }
}

/// Waits until a process ends, which is no child of ours.
fn ends(process: &str) -> Outcome<bool> {
    let watched = Command::new("timeout")
        .args(["20", "tail", "--pid", process, "-f", "/dev/null"])
        .status()?;
    Ok(watched.success())
}

impl Drop for Window {
    fn drop(&mut self) {
        if let Some(client) = self.client.take() {
            // The driver is ended in any case.
            let _ = self.runtime.block_on(client.close());
        }
    }
}
