//! The wheel of a mouse.

use super::Window;
use crate::Outcome;
use x11rb::connection::Connection;
use x11rb::protocol::xproto::{
    BUTTON_PRESS_EVENT, BUTTON_RELEASE_EVENT, ConnectionExt as _, MOTION_NOTIFY_EVENT,
};
use x11rb::protocol::xtest::ConnectionExt as _;

/// The button that X takes a notch down for.
const DOWN: u8 = 5;

impl Window {
    /// Turns the wheel down by notches, with the pointer at a place of the
    /// window, in pixels.
    ///
    /// # Errors
    /// There is no display.
    pub fn turn_wheel(&self, (x, y): (i16, i16), notches: usize) -> Outcome {
        let (connection, screen) = x11rb::connect(None)?;
        let root = connection
            .setup()
            .roots
            .get(screen)
            .ok_or("the display has no screen")?
            .root;
        connection.xtest_fake_input(MOTION_NOTIFY_EVENT, 0, 0, root, x, y, 0)?;
        for _ in 0..notches {
            for kind in [BUTTON_PRESS_EVENT, BUTTON_RELEASE_EVENT] {
                connection.xtest_fake_input(kind, DOWN, 0, root, x, y, 0)?;
            }
        }
        // An answer to a later question: the display has got them all.
        connection.get_input_focus()?.reply()?;
        Ok(())
    }
}
