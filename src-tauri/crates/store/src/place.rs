//! Folders that another program or another computer writes to as well.

use std::path::{Component, Path, Prefix};

/// What shares the folder of a project with others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SharedFolder {
    /// Microsoft OneDrive.
    OneDrive,
    /// Dropbox.
    Dropbox,
    /// Nextcloud or ownCloud.
    Nextcloud,
    /// Apple's iCloud Drive.
    ICloud,
    /// Google Drive.
    GoogleDrive,
    /// A folder of another computer.
    Network,
}

/// Names of folders that belong to a program; what follows a space, a hyphen
/// or a bracket is the account.
const NAMES: [(&str, SharedFolder); 9] = [
    ("onedrive", SharedFolder::OneDrive),
    ("dropbox", SharedFolder::Dropbox),
    ("nextcloud", SharedFolder::Nextcloud),
    ("owncloud", SharedFolder::Nextcloud),
    ("icloud drive", SharedFolder::ICloud),
    ("iclouddrive", SharedFolder::ICloud),
    ("com~apple~clouddocs", SharedFolder::ICloud),
    ("google drive", SharedFolder::GoogleDrive),
    ("googledrive", SharedFolder::GoogleDrive),
];

/// File systems of other computers, as Linux names them.
const NETWORK: [&str; 9] = [
    "nfs",
    "nfs4",
    "cifs",
    "smb3",
    "smbfs",
    "fuse.sshfs",
    "davfs",
    "9p",
    "afs",
];

impl SharedFolder {
    /// What shares the folder of `path`, as far as its name and, on Linux, the
    /// list of mounted file systems tell. The path should be absolute.
    #[must_use]
    pub fn of(path: &Path) -> Option<Self> {
        path.components()
            .find_map(by_name)
            .or_else(|| by_mount(path))
    }
}

fn by_name(component: Component<'_>) -> Option<SharedFolder> {
    match component {
        Component::Prefix(prefix) => {
            let unc = matches!(prefix.kind(), Prefix::UNC(..) | Prefix::VerbatimUNC(..));
            unc.then_some(SharedFolder::Network)
        }
        Component::Normal(name) => {
            let name = name.to_string_lossy().to_lowercase();
            if name == "gvfs" {
                return Some(SharedFolder::Network);
            }
            let found = NAMES.iter().find(|(known, _)| {
                name.strip_prefix(known)
                    .is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', '-', '(']))
            });
            found.map(|(_, folder)| *folder)
        }
        _ => None,
    }
}

#[cfg(not(target_os = "linux"))]
const fn by_mount(_path: &Path) -> Option<SharedFolder> {
    None
}

#[cfg(target_os = "linux")]
fn by_mount(path: &Path) -> Option<SharedFolder> {
    network_mount(&std::fs::read_to_string("/proc/self/mounts").ok()?, path)
}

/// Whether the file system of `path` in a list of mounts is another computer's.
#[cfg(any(target_os = "linux", test))]
fn network_mount(mounts: &str, path: &Path) -> Option<SharedFolder> {
    let longest = mounts
        .lines()
        .filter_map(|line| {
            let mut fields = line.split(' ').skip(1);
            let point = fields.next()?.replace("\\040", " ");
            Some((point, fields.next()?))
        })
        .filter(|(point, _)| path.starts_with(point))
        .max_by_key(|(point, _)| point.len())?;
    NETWORK
        .contains(&longest.1)
        .then_some(SharedFolder::Network)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folders_are_known_by_their_names() {
        for (path, expected) in [
            ("/home/a/Dropbox/p.postil", Some(SharedFolder::Dropbox)),
            (
                "/home/a/Dropbox (University)/p.postil",
                Some(SharedFolder::Dropbox),
            ),
            (
                "/Users/a/Library/CloudStorage/OneDrive-Uni/p.postil",
                Some(SharedFolder::OneDrive),
            ),
            (
                "/Users/a/Library/Mobile Documents/com~apple~CloudDocs/p.postil",
                Some(SharedFolder::ICloud),
            ),
            (
                "/home/a/Nextcloud/x/p.postil",
                Some(SharedFolder::Nextcloud),
            ),
            (
                "/run/user/1000/gvfs/smb-share/p.postil",
                Some(SharedFolder::Network),
            ),
            ("/home/a/dropboxes/p.postil", None),
            ("/home/a/articles/p.postil", None),
        ] {
            assert_eq!(SharedFolder::of(Path::new(path)), expected, "{path}");
        }
    }

    #[test]
    fn network_mounts_are_known_by_the_file_system_nearest_to_the_file() {
        let mounts = "/dev/sda1 / ext4 rw 0 0\n//nas/x /mnt/my\\040nas cifs rw 0 0\n/dev/sdb /mnt/my\\040nas/usb ext4 rw 0 0\n";
        let found = |path: &str| network_mount(mounts, Path::new(path));
        assert_eq!(found("/mnt/my nas/p.postil"), Some(SharedFolder::Network));
        assert_eq!(found("/mnt/my nas/usb/p.postil"), None);
        assert_eq!(found("/home/p.postil"), None);
    }
}
