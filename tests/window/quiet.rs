//! Waiting for all that a key set going.

use super::{PATIENCE, Window};
use crate::Outcome;
use serde_json::json;

impl Window {
    /// Makes the window as large as the screen.
    ///
    /// # Errors
    /// The window is gone.
    pub fn maximise(&self) -> Outcome {
        self.runtime
            .block_on(self.client()?.set_window_rect(0, 0, 1280, 800))?;
        self.drawn()
    }

    /// Begins to hear which questions the page asks the program.
    ///
    /// # Errors
    /// The window is gone.
    pub fn listen(&self) -> Outcome {
        // Each question is a request to a protocol of the program's own.
        let script = "const ask = window.fetch;
                      window.asked = 0;
                      window.fetch = (...question) => {
                        window.asked += 1;
                        return ask(...question).finally(() => { window.asked -= 1; });
                      };
                      return window.fetch !== ask;";
        if self.run(script, Vec::new())? == json!(true) {
            Ok(())
        } else {
            Err("the page's questions can't be heard".into())
        }
    }

    /// Waits until all questions that [`Window::listen`] heard are answered
    /// and what follows from the answers is on screen.
    ///
    /// # Errors
    /// The program did not answer in time.
    pub fn quiet(&self) -> Outcome {
        let script = format!(
            "const done = arguments[arguments.length - 1];
             const end = performance.now() + {PATIENCE};
             let quiet = 0;
             const look = () => {{
               quiet = window.asked === 0 ? quiet + 1 : 0;
               if (quiet > 2) done(true);
               else if (performance.now() > end) done(false);
               else requestAnimationFrame(() => setTimeout(look, 0));
             }};
             look();"
        );
        let settled = self
            .runtime
            .block_on(self.client()?.execute_async(&script, Vec::new()))?;
        if settled == json!(true) {
            Ok(())
        } else {
            Err("the program does not answer".into())
        }
    }
}
