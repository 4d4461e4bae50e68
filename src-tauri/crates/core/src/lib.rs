//! The annotation model: text, spans, links, entities, schemes, rules and
//! changes.
//!
//! This crate is pure. It knows no files, no clock, no randomness and no SQL;
//! times and ids are passed in. Offsets are code points; bytes and UTF-16
//! units are converted in [`text::offsets`] and nowhere else.

pub mod annotations;
pub mod attribute;
pub mod boilerplate;
pub mod bundle;
pub mod change;
pub mod check;
pub mod choice;
pub mod correction;
pub mod difference;
pub mod document;
pub mod entity;
pub mod id;
pub mod language;
pub mod layer;
pub mod link;
pub mod question;
pub mod reporting;
pub mod rule;
pub mod scheme;
pub mod span;
pub mod split;
pub mod take;
pub mod text;
