//! Drives the program as a person does: through its real window, with keys,
//! mouse and clipboard, and reads the project file with nothing but `sqlite3`.

pub mod desk;
pub mod hearing;
pub mod picture;
pub mod project;
pub mod window;

/// What can go wrong in a journey besides what it asserts.
pub type Outcome<T = ()> = Result<T, Box<dyn std::error::Error>>;
