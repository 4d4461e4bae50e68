//! Files dropped on the window. The page gets no paths: the program takes them.

use postil_app::worker::Worker;
use tauri::{DragDropEvent, Manager, WebviewWindow, WindowEvent};

/// Hands what is dropped to the program, and tells it while something is dragged over the window.
pub fn listen(window: &WebviewWindow) {
    let application = window.app_handle().clone();
    window.on_window_event(move |event| {
        let WindowEvent::DragDrop(event) = event else {
            return;
        };
        let worker = application.state::<Worker>();
        match event {
            // What has no path is a piece of a page, which the program takes by pasting only.
            DragDropEvent::Enter { paths, .. } => worker.dragged(!paths.is_empty()),
            DragDropEvent::Leave => worker.dragged(false),
            DragDropEvent::Drop { paths, .. } => {
                worker.dragged(false);
                if !paths.is_empty() {
                    worker.give(paths.clone());
                }
            }
            _ => {}
        }
    });
}
