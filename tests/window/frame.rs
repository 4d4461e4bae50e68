//! The program's window as the display knows it.

use crate::Outcome;
use crate::picture::Picture;
use x11rb::connection::Connection;
use x11rb::protocol::xproto::{
    AtomEnum, ClientMessageEvent, ConnectionExt, EventMask, ImageFormat, MapState,
};
use x11rb::rust_connection::RustConnection;

/// A window of a process, on a connection to its display.
pub struct Frame {
    connection: RustConnection,
    window: u32,
    protocols: u32,
    delete: u32,
}

impl Frame {
    /// The window that a process shows.
    ///
    /// # Errors
    /// It shows none.
    pub fn of(process: u32) -> Outcome<Self> {
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
        let ours = |window: u32| -> Outcome<bool> {
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
            Ok(owned == Some(process) && closes && shown)
        };
        let mut found = None;
        for window in connection.query_tree(root)?.reply()?.children {
            if ours(window)? {
                found = Some(window);
                break;
            }
        }
        Ok(Self {
            window: found.ok_or("the program has no window")?,
            connection,
            protocols,
            delete,
        })
    }

    /// What the display calls it.
    #[must_use]
    pub const fn id(&self) -> u32 {
        self.window
    }

    /// Asks the window to close, as the button in its frame does.
    ///
    /// # Errors
    /// The display is gone.
    pub fn close(&self) -> Outcome {
        let event = ClientMessageEvent::new(
            32,
            self.window,
            self.protocols,
            [self.delete, x11rb::CURRENT_TIME, 0, 0, 0],
        );
        self.connection
            .send_event(false, self.window, EventMask::NO_EVENT, event)?;
        // An answer to a later question: the display has got the event.
        self.connection.get_input_focus()?.reply()?;
        Ok(())
    }

    /// What the display shows of the window now.
    ///
    /// # Errors
    /// The window is not wholly on the screen, or not in 24 bits.
    pub fn picture(&self) -> Outcome<Picture> {
        let place = self.connection.get_geometry(self.window)?.reply()?;
        let (width, height) = (place.width, place.height);
        let image = self
            .connection
            .get_image(
                ImageFormat::Z_PIXMAP,
                self.window,
                0,
                0,
                width,
                height,
                u32::MAX,
            )?
            .reply()?;
        Picture::from_display(usize::from(width), usize::from(height), &image.data)
    }
}
