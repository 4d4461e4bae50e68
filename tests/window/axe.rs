//! What axe-core objects to in the page as it stands.

use super::Window;
use crate::Outcome;
use serde_json::{Value, json};
use std::path::Path;

/// Comes with the packages of the user interface.
const AXE: &str = "../ui/node_modules/axe-core/axe.min.js";

impl Window {
    /// Every rule of axe-core that the page breaks, with where it does.
    ///
    /// # Errors
    /// The packages of the user interface are not installed, or the window is gone.
    pub fn objections(&self) -> Outcome<Vec<String>> {
        self.drawn()?;
        if self.read("typeof window.axe")? != "object" {
            let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(AXE);
            let source = std::fs::read_to_string(&path)
                .map_err(|error| format!("{}: {error}; `npm ci` brings it", path.display()))?;
            self.run(&source, Vec::new())?;
        }
        let script = "const done = arguments[arguments.length - 1];
            axe.run(document, { resultTypes: ['violations'] }).then(
              ({ violations }) => done(violations.flatMap(({ id, nodes }) => nodes.map(({ target, html, any, all, none }) =>
                [id, target.join(' '), [...any, ...all, ...none].map(({ message }) => message).join('; '), html.slice(0, 160)].join(' | ')))),
              (error) => done({ error: String(error) }));";
        let found = self
            .runtime
            .block_on(self.client()?.execute_async(script, vec![json!(null)]))?;
        let Value::Array(found) = found else {
            return Err(format!("axe-core could not look: {found}").into());
        };
        Ok(found
            .iter()
            .map(|one| one.as_str().unwrap_or_default().to_owned())
            .collect())
    }
}
