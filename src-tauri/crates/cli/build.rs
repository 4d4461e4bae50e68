//! Lists the files of words, so that one more file needs no line here.

use std::ffi::OsString;
use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs, io};

fn main() -> io::Result<()> {
    // Asked for when it runs: the folder may have moved since this was compiled.
    let root = variable("CARGO_MANIFEST_DIR")?;
    let mut list = String::from("&[\n");
    // Its own words come last: they say some of the window's anew.
    for folder in ["../../../ui/src/words", "src/words"] {
        let folder = Path::new(&root).join(folder).canonicalize()?;
        println!("cargo::rerun-if-changed={}", folder.display());
        let mut files = Vec::new();
        for entry in fs::read_dir(&folder)? {
            let path = entry?.path();
            if path.extension().is_some_and(|extension| extension == "ftl") {
                files.push(path);
            }
        }
        files.sort();
        for file in files {
            println!("cargo::rerun-if-changed={}", file.display());
            let _ = writeln!(list, "include_str!({:?}),", file.display().to_string());
        }
    }
    list.push(']');
    fs::write(Path::new(&variable("OUT_DIR")?).join("words.rs"), list)
}

fn variable(name: &str) -> io::Result<OsString> {
    env::var_os(name).ok_or_else(|| io::Error::other(format!("cargo gave no {name}")))
}
