//! Keys as a keyboard sends them: by their place on it, whatever the layout
//! makes of them.

use super::Window;
use crate::Outcome;
use std::process::Command;
use x11rb::connection::Connection;
use x11rb::protocol::xproto::{
    ConnectionExt as _, KEY_PRESS_EVENT, KEY_RELEASE_EVENT, MOTION_NOTIFY_EVENT,
};
use x11rb::protocol::xtest::ConnectionExt as _;

/// Places on a keyboard, named by what they are on an American one, with the
/// codes that X gives them.
const PLACES: [(&str, u8); 13] = [
    ("1", 10),
    ("2", 11),
    ("Y", 29),
    ("U", 30),
    ("P", 33),
    ("Ctrl", 37),
    ("S", 39),
    ("F", 41),
    ("K", 45),
    ("Shift", 50),
    ("Z", 52),
    ("C", 54),
    ("V", 55),
];

/// Makes the display's keyboard another country's: `us`, `ru`, `ara`, `de`.
///
/// # Errors
/// `setxkbmap` is missing or knows no such layout.
pub fn layout(name: &str) -> Outcome {
    let set = Command::new("setxkbmap").arg(name).status()?;
    set.success()
        .then_some(())
        .ok_or_else(|| format!("setxkbmap {name} failed").into())
}

impl Window {
    /// Presses keys at their places, such as `Ctrl+Z`, one after the other,
    /// and lets them go.
    ///
    /// # Errors
    /// No place is called so, or there is no display.
    pub fn strike(&self, chord: &str) -> Outcome {
        let codes = chord
            .split('+')
            .map(|name| {
                let found = PLACES.iter().find(|(place, _)| *place == name);
                found
                    .map(|(_, code)| *code)
                    .ok_or_else(|| format!("no place is called {name}"))
            })
            .collect::<Result<Vec<u8>, String>>()?;
        let (connection, screen) = x11rb::connect(None)?;
        let root = connection
            .setup()
            .roots
            .get(screen)
            .ok_or("the display has no screen")?
            .root;
        // With no window manager, keys go to the window under the pointer.
        connection.xtest_fake_input(MOTION_NOTIFY_EVENT, 0, 0, root, 640, 500, 0)?;
        for code in &codes {
            connection.xtest_fake_input(KEY_PRESS_EVENT, *code, 0, root, 0, 0, 0)?;
        }
        for code in codes.iter().rev() {
            connection.xtest_fake_input(KEY_RELEASE_EVENT, *code, 0, root, 0, 0, 0)?;
        }
        // An answer to a later question: the display has got them all.
        connection.get_input_focus()?.reply()?;
        Ok(())
    }

    /// Strikes keys that are answered in the status line, and gives the answer.
    ///
    /// # Errors
    /// Nothing was said.
    pub fn answer_struck(&self, chord: &str) -> Outcome<String> {
        self.answered(chord, || self.strike(chord))
    }
}
