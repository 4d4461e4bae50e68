//! How WebKitGTK draws.

use crate::wheel;
use std::path::Path;
use tauri::WebviewWindow;
use webkit2gtk::{HardwareAccelerationPolicy, SettingsExt, WebViewExt};

/// Where Linux keeps its graphics cards.
const CARDS: &str = "/dev/dri";

/// Where there is no graphics card, has WebKit draw what changed in memory.
///
/// It would otherwise have a card imitated by the processor, which draws the
/// whole window for each change: a key to its highlight took twice the time, and
/// an article of 1 MB 300 MB more memory.
///
/// # Errors
/// The window is gone.
pub fn choose(window: &WebviewWindow) -> tauri::Result<()> {
    if has_card() {
        return Ok(());
    }
    let page = window.clone();
    window.with_webview(move |view| {
        let view = view.inner();
        if let Some(settings) = WebViewExt::settings(&view) {
            settings.set_hardware_acceleration_policy(HardwareAccelerationPolicy::Never);
            wheel::pass_on(&view, page);
        }
    })
}

/// Whether the computer has a graphics card.
pub fn has_card() -> bool {
    draws(Path::new(CARDS))
}

/// Whether a folder has a device that draws, and not only one that shows.
fn draws(folder: &Path) -> bool {
    std::fs::read_dir(folder).is_ok_and(|devices| {
        devices
            .flatten()
            .any(|device| device.file_name().to_string_lossy().starts_with("renderD"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_card_that_only_shows_does_not_draw() {
        let folder = std::env::temp_dir().join(format!("postil-cards-{}", std::process::id()));
        assert!(!draws(&folder));
        std::fs::create_dir_all(&folder).unwrap();
        std::fs::write(folder.join("card0"), "").unwrap();
        assert!(!draws(&folder));
        std::fs::write(folder.join("renderD128"), "").unwrap();
        assert!(draws(&folder));
        std::fs::remove_dir_all(&folder).unwrap();
    }
}
