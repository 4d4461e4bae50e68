//! Uids for what foreign files have none for.

use postil_core::id::Uid;
use postil_core::text::sha256;
use std::collections::BTreeSet;

/// The same name is the same person in all files.
pub fn annotator_uid(name: &str) -> Uid {
    Uid::at(0, &first_bytes(&sha256(&format!("annotator {name}"))))
}

fn first_bytes(hex: &str) -> [u8; 10] {
    let mut bytes = [0; 10];
    for (at, byte) in bytes.iter_mut().enumerate() {
        let digits = hex.get(2 * at..2 * at + 2).unwrap_or("00");
        *byte = u8::from_str_radix(digits, 16).unwrap_or_default();
    }
    bytes
}

/// Uids for what has none: ascending in the order of the file, the same for
/// the same text at the same time.
pub struct Uids {
    now: u64,
    prefix: [u8; 10],
    given: u32,
    used: BTreeSet<Uid>,
}

impl Uids {
    pub fn new(now: u64, sha256: &str) -> Self {
        Self {
            now,
            prefix: first_bytes(sha256),
            given: 0,
            used: BTreeSet::new(),
        }
    }

    /// The uid stated, unless it is taken; else a new one.
    pub fn take(&mut self, stated: Option<Uid>) -> Uid {
        if let Some(stated) = stated.filter(|stated| self.used.insert(*stated)) {
            return stated;
        }
        loop {
            self.given = self.given.wrapping_add(1);
            let mut bytes = self.prefix;
            bytes[6..].copy_from_slice(&self.given.to_be_bytes());
            let uid = Uid::at(self.now, &bytes);
            if self.used.insert(uid) {
                return uid;
            }
        }
    }
}
