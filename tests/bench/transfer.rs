//! A project of a million spans out to files and in again.

use crate::alone::{self, Took};
use crate::large::{ARTICLES, Large};
use crate::table;
use postil_tests::Outcome;
use std::fs::{self, File};
use std::io::{BufRead, BufReader, BufWriter, Read, Write};
use std::path::Path;
use std::process::Command;
use std::time::Instant;

const IMPORT_MS: f64 = 15_000.0;
const EXPORT_MS: f64 = 4_000.0;
const DISK_MB: f64 = 400.0;
/// What is in memory at a time is an article, not the project.
const MEMORY_MB: f64 = 150.0;
/// The smaller project by which memory is compared has one article in so many.
const TENTH: usize = 10;

/// Exports and imports, beside what the same bytes and rows cost alone.
///
/// # Errors
/// They could not be done.
pub fn transfer(large: &Large) -> Outcome {
    let project = large.desk().project();
    let folder = tempfile::tempdir_in(large.desk().folder())?;
    let at = |name: &str| folder.path().join(name);
    let out = alone::export(&project, "jsonl", &at("all.jsonl"))?;
    let back = alone::import(&at("all.jsonl"), "jsonl", &at("all.postil"))?;
    head(
        &at("all.jsonl"),
        &at("tenth.jsonl"),
        large.desk().articles() / TENTH,
    )?;
    let tenth_back = alone::import(&at("tenth.jsonl"), "jsonl", &at("tenth.postil"))?;
    let tenth_out = alone::export(&at("tenth.postil"), "jsonl", &at("again.jsonl"))?;
    let megabytes = |path: &Path| -> Outcome<f64> { Ok(fs::metadata(path)?.len() as f64 / 1e6) };

    let articles = large.desk().articles();
    let share = articles as f64 / ARTICLES as f64;
    table::line(&format!("\n{articles} articles out and in:"))?;
    table::head("", "took", "raw", "took")?;
    let size = megabytes(&at("all.jsonl"))?;
    let timed = |what: &str, took: Took, raw: f64, budget: f64| {
        table::row(what, "ms", (took.ms, raw), budget * share, took.ms)?;
        table::line(&format!("    {:.0} ms of all cores", took.cpu_ms))
    };
    let bytes = bytes_alone(&at("all.jsonl"), &at("raw"))?;
    timed(
        &format!("export JSONL with read-back, {size:.0} MB"),
        out,
        bytes,
        EXPORT_MS,
    )?;
    let rows = rows_alone(&at("all.postil"), &at("raw.postil"))?;
    timed("import JSONL", back, rows, IMPORT_MS)?;
    table::head("", "peak", "a tenth", "peak")?;
    for (what, all, tenth) in [("export", out, tenth_out), ("import", back, tenth_back)] {
        let figures = (all.peak_mb, tenth.peak_mb);
        table::row(
            &format!("memory of the {what}"),
            "MB",
            figures,
            MEMORY_MB,
            all.peak_mb,
        )?;
    }
    table::head("", "made", "imported", "imported")?;
    let figures = (megabytes(&project)?, megabytes(&at("all.postil"))?);
    table::row("on disk", "MB", figures, DISK_MB * share, figures.1)
}

/// The first lines of a file.
fn head(from: &Path, to: &Path, lines: usize) -> Outcome {
    let mut out = BufWriter::new(File::create(to)?);
    for line in BufReader::new(File::open(from)?).lines().take(lines) {
        writeln!(out, "{}", line?)?;
    }
    Ok(out.flush()?)
}

/// Milliseconds to write the same bytes, make them durable and read them.
fn bytes_alone(from: &Path, to: &Path) -> Outcome<f64> {
    let bytes = fs::read(from)?;
    let begun = Instant::now();
    let mut file = File::create(to)?;
    file.write_all(&bytes)?;
    file.sync_all()?;
    let mut again = Vec::with_capacity(bytes.len());
    File::open(to)?.read_to_end(&mut again)?;
    if again != bytes {
        return Err("the disk changed the bytes".into());
    }
    Ok(begun.elapsed().as_secs_f64() * 1_000.0)
}

/// Milliseconds in which SQLite alone writes the same rows to another file.
fn rows_alone(from: &Path, to: &Path) -> Outcome<f64> {
    let begun = Instant::now();
    let status = Command::new("sqlite3")
        .args(["-readonly", "-batch"])
        .arg(from)
        .arg(format!("VACUUM INTO '{}'", to.display()))
        .status()?;
    File::open(to)?.sync_all()?;
    match status.success() {
        true => Ok(begun.elapsed().as_secs_f64() * 1_000.0),
        false => Err("sqlite3 did not copy the rows".into()),
    }
}
