//! Folders that other programs copy while Postil writes.

use crate::view::message;
use crate::wire::Message;
use std::path::Path;

/// Folder names by which synchronising programs are known, in lower case.
const SYNCED: &[(&str, &str)] = &[
    ("onedrive", "OneDrive"),
    ("dropbox", "Dropbox"),
    ("nextcloud", "Nextcloud"),
    ("owncloud", "ownCloud"),
    ("google drive", "Google Drive"),
    ("googledrive", "Google Drive"),
    ("com~apple~clouddocs", "iCloud"),
    ("icloud drive", "iCloud"),
];

/// A word of warning for a project in a synchronised folder. Between two
/// actions the file is whole, so it is only said, never refused.
#[must_use]
pub fn notice(path: &Path) -> Option<Message> {
    let text = path.to_string_lossy();
    if text.starts_with(r"\\") || text.starts_with("//") {
        return Some(message("notice-network-folder"));
    }
    path.ancestors()
        .skip(1)
        .filter_map(Path::file_name)
        .find_map(|name| {
            let name = name.to_string_lossy().to_lowercase();
            SYNCED
                .iter()
                .find(|(known, _)| name == *known || name.starts_with(&format!("{known} ")))
                .map(|(_, program)| message("notice-synced-folder").with("program", *program))
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_synchronised_folder_is_recognised_and_a_plain_one_is_not() {
        let said = notice(Path::new("/home/a/OneDrive - University/study.postil")).unwrap();
        assert_eq!(said.key, "notice-synced-folder");
        assert!(notice(Path::new("/home/a/study.postil")).is_none());
        assert!(notice(Path::new("/home/a/dropbox.postil")).is_none());
    }
}
