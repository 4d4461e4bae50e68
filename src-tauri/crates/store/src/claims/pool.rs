//! Things that many claims have, each kept once.

use std::collections::HashMap;
use std::hash::Hash;

pub(crate) struct Pool<T> {
    numbers: HashMap<T, u32>,
    things: Vec<T>,
}

impl<T> Default for Pool<T> {
    fn default() -> Self {
        Self {
            numbers: HashMap::new(),
            things: Vec::new(),
        }
    }
}

impl<T: Clone + Eq + Hash> Pool<T> {
    /// The number of a thing, from 0, and whether it is new.
    pub(crate) fn number(&mut self, thing: T) -> (u32, bool) {
        if let Some(number) = self.numbers.get(&thing) {
            return (*number, false);
        }
        // Row ids are 32 bits long, so there are no more things than these.
        let number = u32::try_from(self.things.len()).unwrap_or(u32::MAX);
        self.things.push(thing.clone());
        self.numbers.insert(thing, number);
        (number, true)
    }

    pub(crate) fn get(&self, number: u32) -> Option<&T> {
        self.things.get(number as usize)
    }

    pub(crate) fn all(&self) -> &[T] {
        &self.things
    }
}
