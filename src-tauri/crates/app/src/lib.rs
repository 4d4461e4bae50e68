//! What a person can do with a Postil project: the commands behind the window
//! and the command line.
//!
//! This crate knows no window system and holds no SQL and no file format of
//! its own: `postil-store` keeps the project, `postil-formats` writes and
//! reads other files.

pub mod app;
pub mod article_files;
mod backups;
pub mod bindings;
pub mod clipboard;
pub mod commands;
pub mod demo;
pub mod environment;
pub mod intake;
pub mod jobs;
mod log;
mod names;
pub mod offer;
mod open_article;
mod practice;
pub mod problem;
pub mod progress;
mod rewrite;
mod session;
pub mod settings;
pub mod transfer;
pub mod view;
pub mod wire;
pub mod worker;
