//! What a window manager does to a window.

use crate::Outcome;
use x11rb::connection::Connection;
use x11rb::protocol::xproto::{AtomEnum, ClientMessageEvent, ConnectionExt, EventMask, MapState};

/// Asks the window of a process to close, as the button in its frame does.
pub fn close(process: u32) -> Outcome {
    let (connection, screen) = x11rb::connect(None)?;
    let root = connection
        .setup()
        .roots
        .get(screen)
        .ok_or("the display has no screen")?
        .root;
    let atom = |name: &str| -> Outcome<u32> {
        Ok(connection
            .intern_atom(false, name.as_bytes())?
            .reply()?
            .atom)
    };
    let (owner, protocols, delete) = (
        atom("_NET_WM_PID")?,
        atom("WM_PROTOCOLS")?,
        atom("WM_DELETE_WINDOW")?,
    );
    for window in connection.query_tree(root)?.reply()?.children {
        let property = |name, kind| connection.get_property(false, window, name, kind, 0, 8);
        let owned = property(owner, AtomEnum::CARDINAL)?
            .reply()?
            .value32()
            .and_then(|mut value| value.next());
        let closes = property(protocols, AtomEnum::ATOM)?
            .reply()?
            .value32()
            .is_some_and(|mut all| all.any(|one| one == delete));
        // GTK has a window of its own beside the one that shows.
        let shown =
            connection.get_window_attributes(window)?.reply()?.map_state == MapState::VIEWABLE;
        if owned != Some(process) || !closes || !shown {
            continue;
        }
        let event = ClientMessageEvent::new(
            32,
            window,
            protocols,
            [delete, x11rb::CURRENT_TIME, 0, 0, 0],
        );
        connection.send_event(false, window, EventMask::NO_EVENT, event)?;
        // An answer to a later question: the display has got the event.
        connection.get_input_focus()?.reply()?;
        return Ok(());
    }
    Err("the program has no window".into())
}
