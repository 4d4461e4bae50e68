//! A corrected text: what of an article's annotations goes along to it.
//!
//! The text of an article never changes; a correction is a new version of it. Its
//! annotations are carried by position, through the difference of the two texts, and by
//! quote where a passage has moved.

mod article;
mod difference;
mod place;
#[cfg(test)]
mod tests;

pub use article::{Carried, Item, Report, carry};
pub use difference::Difference;
pub use place::{Fate, Places};
