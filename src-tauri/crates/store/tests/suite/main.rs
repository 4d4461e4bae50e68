//! The project file as its users see it.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod annotations;
mod backups;
mod batches;
mod bundles;
mod claims;
mod correcting;
mod history;
mod killed;
mod library;
mod likeness;
mod machine;
mod opening;
mod questions;
#[cfg(unix)]
mod read_only;
mod register;
mod sample;
mod searching;
mod several;
mod slots;
mod views;
mod whole_articles;
