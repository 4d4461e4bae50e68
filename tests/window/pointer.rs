//! The mouse.

use super::Window;
use crate::Outcome;
use fantoccini::actions::{InputSource, MOUSE_BUTTON_LEFT, MouseActions, PointerAction};
use serde_json::{Value, json};

impl Window {
    /// Drags from one place in the text to another (UTF-16 units), both in view.
    ///
    /// # Errors
    /// One of them is not in view.
    pub fn drag(&self, start: usize, end: usize) -> Outcome {
        self.drag_points(self.place(start, 1)?, self.place(end, -1)?)
    }

    /// Drags from one point to another, in CSS pixels.
    ///
    /// # Errors
    /// The window is gone.
    pub fn drag_points(&self, from: (f64, f64), to: (f64, f64)) -> Outcome {
        let (from, to) = (self.scaled(from)?, self.scaled(to)?);
        let actions = MouseActions::new("mouse".to_owned())
            .then(moved(from))
            .then(PointerAction::Down {
                button: MOUSE_BUTTON_LEFT,
            })
            .then(moved(((from.0 + to.0) / 2.0, (from.1 + to.1) / 2.0)))
            .then(moved(to))
            .then(PointerAction::Up {
                button: MOUSE_BUTTON_LEFT,
            });
        Ok(self
            .runtime
            .block_on(self.client()?.perform_actions(actions))?)
    }

    /// Clicks at a point in CSS pixels, this many times.
    ///
    /// # Errors
    /// The window is gone.
    pub fn click_at(&self, point: (f64, f64), times: usize) -> Outcome {
        let point = self.scaled(point)?;
        let mut actions = MouseActions::new("mouse".to_owned()).then(moved(point));
        for _ in 0..times {
            actions = actions
                .then(PointerAction::Down {
                    button: MOUSE_BUTTON_LEFT,
                })
                .then(PointerAction::Up {
                    button: MOUSE_BUTTON_LEFT,
                });
        }
        Ok(self
            .runtime
            .block_on(self.client()?.perform_actions(actions))?)
    }

    /// Turns the wheel until a place in the text is in the middle of the view.
    ///
    /// # Errors
    /// The window is gone.
    pub fn scroll_to(&self, position: usize) -> Outcome {
        let script = "const view = document.querySelector('.cm-content').cmTile.root.view;
                      const scroller = view.scrollDOM, line = view.lineBlockAt(arguments[0]);
                      const at = view.coordsAtPos(arguments[0]);
                      const frame = scroller.getBoundingClientRect();
                      if (!at || at.top < frame.top + 40 || at.bottom > frame.bottom - 40)
                        scroller.scrollTop = line.top - scroller.clientHeight / 2;";
        self.run(script, vec![json!(position)])?;
        self.drawn()
    }

    /// Clicks on an element.
    ///
    /// # Errors
    /// There is none.
    pub fn click(&self, selector: &str) -> Outcome {
        let script = "const box = document.querySelector(arguments[0])?.getBoundingClientRect();
                      return box ? [box.x + box.width / 2, box.y + box.height / 2] : null;";
        let point = pair(&self.run(script, vec![json!(selector)])?)
            .ok_or_else(|| format!("no {selector}"))?;
        self.click_at(point, 1)
    }

    /// The driver counts pixels of the window, however large the page is shown.
    fn scaled(&self, (x, y): (f64, f64)) -> Outcome<(f64, f64)> {
        let zoom =
            self.read("Number(document.documentElement.style.getPropertyValue('--zoom')) || 1")?;
        let zoom = zoom.as_f64().ok_or("no zoom")?;
        Ok((x * zoom, y * zoom))
    }

    /// Where a place in the text stands, in CSS pixels at half the height of
    /// its row; `side` is 1 before the letter that follows, -1 after the one
    /// that precedes.
    ///
    /// # Errors
    /// It is not in view.
    pub fn place(&self, position: usize, side: i8) -> Outcome<(f64, f64)> {
        let script = "const view = document.querySelector('.cm-content').cmTile.root.view;
                      const at = view.coordsAtPos(arguments[0], arguments[1]);
                      return at ? [at.left, (at.top + at.bottom) / 2] : null;";
        let found = self.run(script, vec![json!(position), json!(side)])?;
        pair(&found).ok_or_else(|| format!("{position} is not in view").into())
    }
}

fn pair(value: &Value) -> Option<(f64, f64)> {
    Some((value.get(0)?.as_f64()?, value.get(1)?.as_f64()?))
}

fn moved((x, y): (f64, f64)) -> PointerAction {
    PointerAction::MoveTo {
        duration: None,
        x: x.round(),
        y: y.round(),
    }
}
