//! The project file as its users see it.

mod history;
mod opening;
mod sample;
