//! How WebKitGTK draws.

use std::path::Path;
use std::process::Command;

/// Makes WebKit draw in memory instead of through the graphics card.
const IN_MEMORY: &str = "WEBKIT_DISABLE_DMABUF_RENDERER";

/// Where Linux keeps its graphics cards.
const CARDS: &str = "/dev/dri";

/// Where there is no graphics card, WebKit has one imitated by the processor:
/// a key to its highlight took twice the work, and an article of 1 MB 200 MB
/// more memory. A process can't set its own variables safely, so the program
/// takes its own place once. A person's own setting stays.
pub fn choose() {
    use std::os::unix::process::CommandExt;
    if std::env::var_os(IN_MEMORY).is_some() || has_card(Path::new(CARDS)) {
        return;
    }
    if let Ok(program) = std::env::current_exe() {
        // It returns only if it failed; then the window is drawn the slow way.
        let _ = Command::new(program)
            .args(std::env::args_os().skip(1))
            .env(IN_MEMORY, "1")
            .exec();
    }
}

/// Whether a folder has a device that draws, and not only one that shows.
fn has_card(folder: &Path) -> bool {
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
        assert!(!has_card(&folder));
        std::fs::create_dir_all(&folder).unwrap();
        std::fs::write(folder.join("card0"), "").unwrap();
        assert!(!has_card(&folder));
        std::fs::write(folder.join("renderD128"), "").unwrap();
        assert!(has_card(&folder));
        std::fs::remove_dir_all(&folder).unwrap();
    }
}
