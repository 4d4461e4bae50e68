//! The clipboard beneath the web view, by way of GTK.

use gtk::gdk::{Atom, SELECTION_CLIPBOARD};
use postil_app::clipboard::{Clipboard, Clipping};
use std::sync::mpsc::{Sender, channel};
use std::time::Duration;
use tauri::{AppHandle, Wry};

/// How long the program that filled the clipboard may take to give it out. A
/// person waits for what they pasted.
const PATIENCE: Duration = Duration::from_millis(400);
/// What browsers call the address of the page that was copied.
const ADDRESSES: [&str; 2] = ["chromium/x-source-url", "text/x-moz-url-priv"];

/// The clipboard of an application's display.
pub struct SystemClipboard {
    application: AppHandle<Wry>,
}

impl SystemClipboard {
    /// The clipboard as an application sees it.
    pub const fn new(application: AppHandle<Wry>) -> Self {
        Self { application }
    }
}

impl Clipboard for SystemClipboard {
    fn clipping(&mut self) -> Option<Clipping> {
        let (tell, told) = channel();
        let asked = self.application.run_on_main_thread(move || ask(tell));
        asked.ok()?;
        let html = told.recv_timeout(PATIENCE).ok()??;
        // The addresses were asked for before and come one after the other.
        let addresses = ADDRESSES.map(|_| told.recv_timeout(PATIENCE).ok().flatten());
        Some(Clipping {
            html,
            address: addresses.into_iter().flatten().next(),
        })
    }
}

/// Asks for the HTML, then for each address; answers each with what there is.
fn ask(tell: Sender<Option<String>>) {
    let clipboard = gtk::Clipboard::get(&SELECTION_CLIPBOARD);
    for target in ["text/html"].iter().chain(&ADDRESSES) {
        let tell = tell.clone();
        clipboard.request_contents(&Atom::intern(target), move |_, data| {
            // Where nobody waits any more, the answer is of no use.
            drop(tell.send(words(&data.data())));
        });
    }
}

/// Text as programs put it on the clipboard: UTF-16 with its mark, or as Firefox
/// does without one, else UTF-8.
fn words(bytes: &[u8]) -> Option<String> {
    let wide = |bytes: &[u8], unit: fn([u8; 2]) -> u16| {
        let units = bytes.chunks_exact(2).map(|pair| unit([pair[0], pair[1]]));
        String::from_utf16_lossy(&units.collect::<Vec<_>>())
    };
    let text = match bytes {
        [0xff, 0xfe, rest @ ..] => wide(rest, u16::from_le_bytes),
        [0xfe, 0xff, rest @ ..] => wide(rest, u16::from_be_bytes),
        [first, 0, ..] if *first != 0 => wide(bytes, u16::from_le_bytes),
        _ => String::from_utf8_lossy(bytes).into_owned(),
    };
    let text = text.trim_matches(['\0', '\u{feff}']);
    (!text.trim().is_empty()).then(|| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_comes_in_several_forms() {
        let little: Vec<u8> = "<p>é".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = "<p>é".encode_utf16().flat_map(u16::to_be_bytes).collect();
        let marked = |mark: [u8; 2], bytes: &[u8]| [&mark[..], bytes].concat();
        for bytes in [
            "<p>é".as_bytes().to_vec(),
            "<p>é\0".as_bytes().to_vec(),
            "\u{feff}<p>é".as_bytes().to_vec(),
            little.clone(),
            marked([0xff, 0xfe], &little),
            marked([0xfe, 0xff], &big),
        ] {
            assert_eq!(words(&bytes).as_deref(), Some("<p>é"), "{bytes:?}");
        }
        assert_eq!(words(b""), None);
        assert_eq!(words(b"\0"), None);
    }
}
