//! Files made to do harm: each is refused by a sentence, soon, by a program that may not take much
//! memory, and what came with them comes in.

use super::folder::{Folder, POSTIL, Said, assert_sentences, said};
use std::process::Stdio;
use std::time::{Duration, Instant};

/// All address space that the program may have, in KiB: less than the largest file has bytes, and
/// than the bomb unpacks to.
#[cfg(target_os = "linux")]
const MEMORY: u32 = 1_500_000;
/// For all files together, in a build that is not optimised.
const TIME: Duration = Duration::from_secs(90);
/// What the bomb unpacks to, in bytes.
const UNPACKED: usize = 2 << 30;

/// Runs `postil` with bounded memory, where the system can bound it.
fn run_bounded(folder: &Folder, arguments: &[&str]) -> Said {
    #[cfg(target_os = "linux")]
    let mut command = {
        let mut command = std::process::Command::new("sh");
        let script = format!("ulimit -v {MEMORY} && exec \"$0\" \"$@\"");
        command.args(["-c", &script, POSTIL]).args(arguments);
        command
            .current_dir(folder.path("."))
            .env("POSTIL_HOME", folder.path("home"));
        command
    };
    #[cfg(not(target_os = "linux"))]
    let mut command = folder.command(arguments);
    said(command.stdin(Stdio::null()).output().unwrap())
}

/// Bits as DEFLATE packs them: bytes are filled from their lowest bit on.
#[derive(Default)]
struct Bits {
    bytes: Vec<u8>,
    filled: u32,
}

impl Bits {
    /// Puts `count` bits of `bits`, the highest first, as codes are.
    fn put(&mut self, bits: u16, count: u32) {
        for at in (0..count).rev() {
            if self.filled.is_multiple_of(8) {
                self.bytes.push(0);
            }
            let bit = u8::try_from(bits >> at & 1).unwrap();
            *self.bytes.last_mut().unwrap() |= bit << (self.filled % 8);
            self.filled += 1;
        }
    }
}

/// So many spaces and more, packed: one of them, and then the last 258 bytes again and again.
fn many_spaces(length: usize) -> Vec<u8> {
    let mut bits = Bits::default();
    // The last block, with the fixed codes; then a space.
    bits.put(0b110, 3);
    bits.put(0x30 + 0x20, 8);
    for _ in 0..length / 258 {
        // 258 bytes from one byte before.
        bits.put(0xc5, 8);
        bits.put(0, 5);
    }
    bits.put(0, 7);
    bits.bytes
}

/// The checksum of archives.
fn crc32(bytes: &[u8]) -> u32 {
    let step = |crc: u32, _| (crc >> 1) ^ (0xedb8_8320 & (crc & 1).wrapping_neg());
    !bytes
        .iter()
        .fold(!0, |crc, byte| (0..8).fold(crc ^ u32::from(*byte), step))
}

/// An archive with one file; `unpacked` is its length where it is packed.
fn archive(name: &str, bytes: &[u8], unpacked: Option<usize>) -> Vec<u8> {
    let long = |value: usize| u32::try_from(value).unwrap_or(u32::MAX).to_le_bytes();
    let short = |value: usize| u16::try_from(value).unwrap().to_le_bytes();
    let method = if unpacked.is_some() { 8 } else { 0 };
    // What is packed is refused before its checksum is looked at.
    let checksum = unpacked.map_or_else(|| crc32(bytes), |_| 0).to_le_bytes();
    // Version, flags, method, time, date, checksum, both lengths, length of the name and of the rest.
    let about = [
        short(20).as_slice(),
        &short(0),
        &short(method),
        &[0; 4],
        &checksum,
        &long(bytes.len()),
        &long(unpacked.unwrap_or(bytes.len())),
        &short(name.len()),
        &short(0),
    ]
    .concat();
    let local = [b"PK\x03\x04", about.as_slice(), name.as_bytes(), bytes].concat();
    let listed = [
        b"PK\x01\x02\x14\0",
        about.as_slice(),
        &[0; 14],
        name.as_bytes(),
    ]
    .concat();
    let end = [
        b"PK\x05\x06".as_slice(),
        &[0; 4],
        &short(1),
        &short(1),
        &long(listed.len()),
        &long(local.len()),
        &short(0),
    ]
    .concat();
    [local, listed, end].concat()
}

fn word(xml: &str) -> Vec<u8> {
    archive("word/document.xml", xml.as_bytes(), None)
}

#[test]
fn files_made_to_do_harm_are_refused_soon_and_with_little_memory() {
    let folder = Folder::new();
    folder.done(&["new", "p.postil"]);
    let long = std::fs::File::create(folder.path("long.txt")).unwrap();
    long.set_len(2 << 30).unwrap();
    let bomb = archive("word/document.xml", &many_spaces(UNPACKED), Some(UNPACKED));
    assert!(bomb.len() < 16 << 20);
    folder.write("bomb.docx", bomb);
    let entities =
        "<!DOCTYPE d [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;'>]><document>&b;</document>";
    folder.write("entities.docx", word(entities));
    folder.write("deep.docx", word(&"<w:sdt>".repeat(1_000_000)));
    let climbing = archive("../../../climbed.txt", b"It climbed out.", None);
    folder.write("climbing.docx", climbing);
    folder.write(
        "deep.jsonl",
        format!("{{\"text\":{}\n", "[".repeat(10_000_000)),
    );
    folder.write("wide.csv", format!("{}\n", "a,".repeat(1_000_000)));
    folder.write("deep.pdf", format!("%PDF-1.4\n{}", "[".repeat(1_000_000)));
    folder.write("letters.docx", "It is no document.");
    folder.write("picture.html", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR");
    let expected = [
        ("long.txt", "2048.0 MiB"),
        ("bomb.docx", "unpacks to more than"),
        ("entities.docx", "made to do harm"),
        ("deep.docx", "things in things"),
        ("climbing.docx", "archive"),
        ("deep.jsonl", "deep.jsonl"),
        ("wide.csv", "columns"),
        ("deep.pdf", "deep.pdf"),
        ("letters.docx", "letters.docx"),
        ("picture.html", "picture"),
    ];
    // Nothing is wrong with these: what would do harm in a browser is no text.
    let page = format!(
        "<script>document.write('harm')</script><p onclick=\"harm()\">It rained.{}",
        "<div>".repeat(200_000)
    );
    folder.write("page.html", page);
    let mut arguments = vec!["add", "p.postil"];
    arguments.extend(expected.iter().map(|(file, _)| *file));
    arguments.push("page.html");

    let began = Instant::now();
    let said = run_bounded(&folder, &arguments);
    let took = began.elapsed();
    assert_eq!(said.code, 1, "{said:?}");
    assert_sentences(&said.err);
    for (file, reason) in expected {
        let line = said.err.lines().find(|line| line.contains(file));
        assert!(
            line.is_some_and(|line| line.contains(reason)),
            "{file}: {said:?}"
        );
    }
    assert!(took < TIME, "{took:?}");

    let list = folder.done(&["list", "p.postil"]);
    assert_eq!(list.lines().count(), 1, "{list}");
    let text = folder.done(&["show", "p.postil", "1"]);
    assert!(
        text.contains("It rained.") && !text.contains("harm"),
        "{text}"
    );
    assert!(folder.names().iter().all(|name| name != "climbed.txt"));
    folder.done(&["check", "p.postil"]);
}
