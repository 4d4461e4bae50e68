//! Refusals that know their place in the line.

use super::locate::Step;
use crate::error::Fault;
use postil_core::id::Uid;
use postil_core::text::{Extent, Text};
use std::collections::HashSet;

/// A fault and the way to it, innermost step first.
pub(super) struct Refusal {
    pub path: Vec<Step>,
    pub fault: Fault,
}

impl Refusal {
    /// The same where a key is called otherwise.
    pub fn renamed(mut self, from: &'static str, to: &'static str) -> Self {
        for step in &mut self.path {
            if *step == Step::Key(from) {
                *step = Step::Key(to);
            }
        }
        self
    }
}

pub(super) type Checked<T> = Result<T, Refusal>;

/// Refuses with `fault`.
pub(super) fn refuse<T>(fault: Fault) -> Checked<T> {
    Err(Refusal {
        path: Vec::new(),
        fault,
    })
}

/// Says where a refusal came from, from the inside out.
pub(super) trait Place {
    fn key(self, key: &'static str) -> Self;
    fn item(self, at: usize) -> Self;
}

impl<T> Place for Checked<T> {
    fn key(self, key: &'static str) -> Self {
        self.map_err(|mut refusal| {
            refusal.path.push(Step::Key(key));
            refusal
        })
    }

    fn item(self, at: usize) -> Self {
        self.map_err(|mut refusal| {
            refusal.path.push(Step::Item(at));
            refusal
        })
    }
}

/// The uids seen in one article.
#[derive(Default)]
pub(super) struct Uids(HashSet<Uid>);

impl Uids {
    pub fn take(&mut self, uid: Uid) -> Checked<Uid> {
        if self.0.insert(uid) {
            Ok(uid)
        } else {
            refuse(Fault::RepeatedUid(uid)).key("uid")
        }
    }
}

/// An extent that holds something and lies in the text.
pub(super) fn extent(text: &Text, start: u32, end: u32) -> Checked<Extent> {
    let length = text.len();
    if start > length || end > length {
        return refuse(Fault::OutOfRange { start, end, length }).key(if start > length {
            "start"
        } else {
            "end"
        });
    }
    if start >= end {
        return refuse(Fault::EmptyExtent { start, end }).key("start");
    }
    Ok(Extent::of(start, end))
}

pub(super) fn confidence(value: f64) -> Checked<f64> {
    if (0.0..=1.0).contains(&value) {
        Ok(value)
    } else {
        refuse(Fault::Confidence(value)).key("confidence")
    }
}

/// A name that is not empty.
pub(super) fn name(value: &str, key: &'static str) -> Checked<String> {
    if value.is_empty() {
        refuse(Fault::Empty(key)).key(key)
    } else {
        Ok(value.to_owned())
    }
}

/// A row id counted from 1.
pub(super) fn number(index: usize) -> Checked<u32> {
    u32::try_from(index)
        .ok()
        .and_then(|index| index.checked_add(1))
        .map_or_else(|| refuse(Fault::TooMany), Ok)
}
