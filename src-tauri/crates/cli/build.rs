//! Lists the files of words, so that one more file needs no line here.

use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs, io};

fn main() -> io::Result<()> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut list = String::from("&[\n");
    // Its own words come last: they say some of the window's anew.
    for folder in ["../../../ui/src/words", "src/words"] {
        let folder = root.join(folder).canonicalize()?;
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
    let out = env::var_os("OUT_DIR").ok_or_else(|| io::Error::other("cargo gave no OUT_DIR"))?;
    fs::write(Path::new(&out).join("words.rs"), list)
}
