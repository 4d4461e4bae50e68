//! The annotation model.
pub mod language;
pub mod text;
