//! Articles to measure with, the same on every computer.

mod article;
mod draw;
mod script;

pub use article::{Article, Size};
pub use draw::Draw;
