//! `cargo xtask icons`: every icon file from the two drawings.

use std::fs;
use std::path::{Path, PathBuf};

use crate::Outcome;
use crate::process::succeed;
use crate::{system, tree, ui};

/// Below this many pixels the drawing with fewer, sharper parts is taken.
const SMALL_BELOW: u32 = 48;

/// Windows; the first one is what development builds show.
const ICO: [u32; 6] = [32, 16, 24, 48, 64, 256];

/// macOS: the type of each picture and its size in pixels.
const ICNS: [(&[u8; 4], u32); 10] = [
    (b"icp4", 16),
    (b"icp5", 32),
    (b"ic11", 32),
    (b"ic12", 64),
    (b"ic07", 128),
    (b"ic13", 256),
    (b"ic08", 256),
    (b"ic14", 512),
    (b"ic09", 512),
    (b"ic10", 1024),
];

/// Pictures of their own and their sizes in pixels.
const PNG: [(&str, u32); 4] = [
    ("32x32.png", 32),
    ("128x128.png", 128),
    ("128x128@2x.png", 256),
    ("icon.png", 512),
];

/// Draws all sizes and writes every icon file.
///
/// # Errors
/// A drawing cannot be rendered, or a file not written.
pub(crate) fn icons() -> Outcome {
    system::check_node()?;
    ui::install()?;
    let icons = tree::checkout().join("icons");
    let drawn = tree::target()?.join("icons");
    let sizes = |small: bool| -> Vec<u32> {
        let mut sizes: Vec<u32> = ICO.into_iter().chain(ICNS.map(|(_, size)| size)).collect();
        sizes.extend(PNG.map(|(_, size)| size));
        sizes.retain(|size| (*size < SMALL_BELOW) == small);
        sizes.sort_unstable();
        sizes.dedup();
        sizes
    };
    draw(&icons.join("postil-small.svg"), &drawn, &sizes(true))?;
    draw(&icons.join("postil.svg"), &drawn, &sizes(false))?;

    let picture = |size: u32| read(&drawn.join(format!("{size}x{size}.png")));
    for (name, size) in PNG {
        write(icons.join(name), &picture(size)?)?;
    }
    let mut pictures = Vec::new();
    for size in ICO {
        pictures.push((size, picture(size)?));
    }
    write(icons.join("icon.ico"), &ico(&pictures)?)?;
    let mut pictures = Vec::new();
    for (kind, size) in ICNS {
        pictures.push((kind, picture(size)?));
    }
    write(icons.join("icon.icns"), &icns(&pictures)?)
}

fn draw(drawing: &Path, into: &Path, sizes: &[u32]) -> Outcome {
    let mut command = ui::tauri(&["icon"]);
    command.arg(drawing).arg("--output").arg(into);
    for size in sizes {
        command.args(["--png", &size.to_string()]);
    }
    succeed(&mut command)
}

/// A Windows icon of PNG pictures: a directory with one row each, then the pictures.
fn ico(pictures: &[(u32, Vec<u8>)]) -> Outcome<Vec<u8>> {
    let number = |value: usize| u32::try_from(value).map_err(|_| "too large an icon".to_owned());
    let mut file = vec![0, 0, 1, 0];
    let count = u16::try_from(pictures.len()).map_err(|_| "too many icons".to_owned())?;
    file.extend(count.to_le_bytes());
    let mut start = number(6 + 16 * pictures.len())?;
    for (size, picture) in pictures {
        // One byte a side, in which 0 stands for 256.
        let side = u8::try_from(*size).unwrap_or_default();
        file.extend([side, side, 0, 0, 1, 0, 32, 0]);
        file.extend(number(picture.len())?.to_le_bytes());
        file.extend(start.to_le_bytes());
        start += number(picture.len())?;
    }
    file.extend(pictures.iter().flat_map(|(_, picture)| picture));
    Ok(file)
}

/// A macOS icon of PNG pictures: each after its type and its length with these eight bytes.
fn icns(pictures: &[(&[u8; 4], Vec<u8>)]) -> Outcome<Vec<u8>> {
    let length = |bytes: usize| {
        u32::try_from(bytes + 8)
            .map(u32::to_be_bytes)
            .map_err(|_| "too large an icon".to_owned())
    };
    let mut body = Vec::new();
    for (kind, picture) in pictures {
        body.extend(*kind);
        body.extend(length(picture.len())?);
        body.extend(picture);
    }
    let mut file = b"icns".to_vec();
    file.extend(length(body.len())?);
    file.extend(body);
    Ok(file)
}

fn read(path: &Path) -> Outcome<Vec<u8>> {
    fs::read(path).map_err(|cause| format!("{}: {cause}", path.display()))
}

fn write(path: PathBuf, bytes: &[u8]) -> Outcome {
    fs::write(&path, bytes).map_err(|cause| format!("{}: {cause}", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Width and height in pixels; 8 bits, red, green, blue and alpha, as Tauri wants it.
    fn size_of(png: &[u8]) -> (u32, u32) {
        assert_eq!(&png[..8], b"\x89PNG\r\n\x1a\n");
        assert_eq!(&png[24..26], [8, 6]);
        let number = |at: usize| u32::from_be_bytes(png[at..at + 4].try_into().unwrap());
        (number(16), number(20))
    }

    fn committed(name: &str) -> Vec<u8> {
        read(&tree::checkout().join("icons").join(name)).unwrap()
    }

    #[test]
    fn the_pictures_have_the_sizes_their_names_promise() {
        for (name, size) in PNG {
            assert_eq!(size_of(&committed(name)), (size, size), "{name}");
        }
    }

    #[test]
    fn the_windows_icon_holds_every_size() {
        let file = committed("icon.ico");
        let word = |at: usize| u32::from_le_bytes(file[at..at + 4].try_into().unwrap()) as usize;
        let mut pictures = Vec::new();
        for (row, size) in ICO.iter().enumerate() {
            let (length, start) = (word(6 + 16 * row + 8), word(6 + 16 * row + 12));
            let picture = &file[start..start + length];
            assert_eq!(size_of(picture), (*size, *size));
            pictures.push((*size, picture.to_vec()));
        }
        assert_eq!(ico(&pictures), Ok(file));
    }

    #[test]
    fn the_mac_icon_holds_every_size() {
        let file = committed("icon.icns");
        let (mut at, mut pictures) = (8, Vec::new());
        for (kind, size) in ICNS {
            let length = u32::from_be_bytes(file[at + 4..at + 8].try_into().unwrap()) as usize;
            assert_eq!(&file[at..at + 4], kind);
            let picture = &file[at + 8..at + length];
            assert_eq!(size_of(picture), (size, size));
            pictures.push((kind, picture.to_vec()));
            at += length;
        }
        assert_eq!(at, file.len());
        assert_eq!(icns(&pictures), Ok(file));
    }
}
