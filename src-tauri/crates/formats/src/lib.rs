//! Postil's file formats: a [`Bundle`](postil_core::bundle::Bundle) in, files
//! out, and back.
//!
//! Writers take articles one by one and hold none; readers give them one by
//! one. Whatever a format cannot hold is counted in [`loss::Losses`], before
//! anything is written. This crate knows no project files, no paths and no
//! clock: it reads from a [`files::Source`] and writes to a [`files::Sink`].

mod archive;
pub mod article;
pub mod brat;
pub mod cas;
pub mod conll;
pub mod csv;
pub mod doccano;
pub mod draft;
pub mod error;
pub mod files;
pub mod format;
pub mod hf;
pub mod holds;
pub mod html;
pub mod jsonl;
pub mod label_studio;
mod line;
pub mod listing;
pub mod loss;
pub mod option;
pub mod record;
pub mod repair;
pub mod sample;
mod sheets;
pub mod spacy;
pub mod table;
pub mod tokens;
pub mod value;
pub mod xlsx;

pub use error::{Fault, ReadError, WriteError};
pub use format::{Around, Format, Place, Reader, Reading, Writer};
pub use loss::{Loss, Losses, Lost};
pub use table::FORMATS;
