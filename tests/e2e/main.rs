//! Journeys through the real window. They need a display, and one window at a
//! time has the keyboard: `--test-threads=1`.

mod accessible;
mod article_files;
mod caret;
mod choosing;
mod claims_table;
mod counted;
mod files;
mod folding;
mod hands;
mod journey;
mod language;
mod layouts;
mod library;
mod paste;
mod questions;
mod register;
mod scheme;
mod scripts;
mod tint;
mod transfer;
mod wheel;
mod zones;
