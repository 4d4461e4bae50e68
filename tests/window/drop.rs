//! Files dragged from another program and dropped on the window, by the display's own protocol
//! (XDND).

use super::frame::Frame;
use super::{PATIENCE, Window};
use crate::Outcome;
use std::path::Path;
use std::time::{Duration, Instant};
use x11rb::CURRENT_TIME;
use x11rb::connection::Connection;
use x11rb::protocol::Event;
use x11rb::protocol::xproto::{
    AtomEnum, ClientMessageEvent, ConnectionExt as _, CreateWindowAux, EventMask, PropMode,
    SELECTION_NOTIFY_EVENT, SelectionNotifyEvent, SelectionRequestEvent, WindowClass,
};
use x11rb::rust_connection::RustConnection;
use x11rb::wrapper::ConnectionExt as _;

/// The version of the protocol that is spoken.
const VERSION: u32 = 5;

/// Another program, from which files are dragged.
struct Source {
    connection: RustConnection,
    window: u32,
    target: u32,
    /// The files as a list of addresses.
    list: String,
}

impl Window {
    /// Drags files over the window to a place on the screen, in pixels.
    ///
    /// # Errors
    /// The window does not answer, or refuses files.
    pub fn drag_files(
        &self,
        files: &[&Path],
        place: (u32, u32),
    ) -> Outcome<impl FnOnce() -> Outcome + use<>> {
        let target = Frame::of(self.driver.program()?.parse()?)?.id();
        let source = Source::new(target, files)?;
        source.enter()?;
        // A program may only begin to ask what is dragged with the first message.
        source.over(place)?;
        source.over(place)?;
        Ok(move || source.drop())
    }
}

impl Source {
    fn new(target: u32, files: &[&Path]) -> Outcome<Self> {
        let (connection, screen) = x11rb::connect(None)?;
        let root = &connection.setup().roots[screen];
        let (parent, visual) = (root.root, root.root_visual);
        let window = connection.generate_id()?;
        let settings = CreateWindowAux::new();
        connection.create_window(
            0,
            window,
            parent,
            0,
            0,
            1,
            1,
            0,
            WindowClass::INPUT_OUTPUT,
            visual,
            &settings,
        )?;
        let list = files
            .iter()
            .map(|file| {
                format!(
                    "file://{}\r\n",
                    file.display().to_string().replace(' ', "%20")
                )
            })
            .collect();
        let source = Self {
            connection,
            window,
            target,
            list,
        };
        let selection = source.atom("XdndSelection")?;
        source
            .connection
            .set_selection_owner(window, selection, CURRENT_TIME)?;
        Ok(source)
    }

    fn atom(&self, name: &str) -> Outcome<u32> {
        let atom = self.connection.intern_atom(false, name.as_bytes())?;
        Ok(atom.reply()?.atom)
    }

    fn tell(&self, kind: &str, rest: [u32; 4]) -> Outcome {
        let [one, two, three, four] = rest;
        let event = ClientMessageEvent::new(
            32,
            self.target,
            self.atom(kind)?,
            [self.window, one, two, three, four],
        );
        self.connection
            .send_event(false, self.target, EventMask::NO_EVENT, event)?;
        self.connection.flush()?;
        Ok(())
    }

    fn enter(&self) -> Outcome {
        let list = self.atom("text/uri-list")?;
        self.tell("XdndEnter", [VERSION << 24, list, 0, 0])
    }

    /// Is over a place until the window has answered.
    fn over(&self, (x, y): (u32, u32)) -> Outcome {
        let copy = self.atom("XdndActionCopy")?;
        self.tell("XdndPosition", [0, (x << 16) | y, CURRENT_TIME, copy])?;
        self.answered("XdndStatus").map(drop)
    }

    fn drop(&self) -> Outcome {
        self.tell("XdndDrop", [0, CURRENT_TIME, 0, 0])?;
        self.answered("XdndFinished").map(drop)
    }

    /// Hands the list over as often as it is asked for, until the window sends a message.
    fn answered(&self, kind: &str) -> Outcome<[u32; 5]> {
        let kind = self.atom(kind)?;
        let begun = Instant::now();
        while begun.elapsed() < Duration::from_millis(u64::from(PATIENCE)) {
            match self.connection.poll_for_event()? {
                Some(Event::ClientMessage(message)) if message.type_ == kind => {
                    return Ok(message.data.as_data32());
                }
                Some(Event::SelectionRequest(asked)) => self.hand_over(&asked)?,
                Some(_) => {}
                None => std::thread::yield_now(),
            }
        }
        Err("the window does not answer to what is dragged over it".into())
    }

    fn hand_over(&self, asked: &SelectionRequestEvent) -> Outcome {
        let list = self.atom("text/uri-list")?;
        let property = if asked.target == list {
            let bytes = self.list.as_bytes();
            self.connection.change_property8(
                PropMode::REPLACE,
                asked.requestor,
                asked.property,
                list,
                bytes,
            )?;
            asked.property
        } else {
            AtomEnum::NONE.into()
        };
        let event = SelectionNotifyEvent {
            response_type: SELECTION_NOTIFY_EVENT,
            sequence: 0,
            time: asked.time,
            requestor: asked.requestor,
            selection: asked.selection,
            target: asked.target,
            property,
        };
        self.connection
            .send_event(false, asked.requestor, EventMask::NO_EVENT, event)?;
        self.connection.flush()?;
        Ok(())
    }
}
