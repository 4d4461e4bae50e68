//! One piece of work in a process of its own, so that its memory is its own.

use postil_app::transfer::{Manner, Selection, export_project, import_files};
use postil_core::scheme::DEFAULT;
use postil_formats::Format;
use postil_formats::option::Options;
use postil_store::{Access, Project};
use postil_tests::Outcome;
use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

/// What a piece of work took.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub struct Took {
    /// Milliseconds, by the clock on the wall.
    pub ms: f64,
    /// Milliseconds of all cores.
    pub cpu_ms: f64,
    /// The most memory it had at a time, in MB (10⁶ bytes).
    pub peak_mb: f64,
}

/// Copies a project and writes the copy to files that are read back, as
/// `postil export` does.
///
/// # Errors
/// It could not be done.
pub fn export(project: &Path, format: &str, out: &Path) -> Outcome<Took> {
    again(&["export".as_ref(), project, format.as_ref(), out])
}

/// Makes a project of files.
///
/// # Errors
/// It could not be done.
pub fn import(file: &Path, format: &str, project: &Path) -> Outcome<Took> {
    again(&["import".as_ref(), file, format.as_ref(), project])
}

fn again(arguments: &[&Path]) -> Outcome<Took> {
    let program = std::env::current_exe()?;
    let output = Command::new(program)
        .arg("alone")
        .args(arguments)
        .output()?;
    if !output.status.success() {
        return Err(String::from_utf8_lossy(&output.stderr).into_owned().into());
    }
    Ok(serde_json::from_slice(&output.stdout)?)
}

/// Does what the process before this one asked for; answers what to print.
///
/// # Errors
/// It could not be done.
pub fn work(arguments: &[String]) -> Outcome<String> {
    let [what, from, format, to] = arguments else {
        return Err("what, from where, in which format, to where?".into());
    };
    let format = Format::by_id(format).ok_or("no such format")?;
    let (from, to) = (PathBuf::from(from), PathBuf::from(to));
    let begun = Instant::now();
    match what.as_str() {
        "export" => written(&from, format, &to)?,
        "import" => read(&from, format, &to)?,
        other => return Err(format!("{other} is no work").into()),
    }
    let took = Took {
        ms: begun.elapsed().as_secs_f64() * 1_000.0,
        cpu_ms: cpu_ms()?,
        peak_mb: peak_mb()?,
    };
    Ok(serde_json::to_string(&took)?)
}

fn written(project: &Path, format: &'static Format, out: &Path) -> Outcome {
    let copy = out.with_extension("snapshot");
    Project::open(project, Access::Read)?.snapshot_to(&copy)?;
    let project = Project::open(&copy, Access::Read)?;
    let (options, selection) = (Options::default(), Selection::default());
    export_project(&project, format, &options, out, &selection).map_err(|problem| problem.key)?;
    Ok(std::fs::remove_file(copy)?)
}

fn read(file: &Path, format: &'static Format, project: &Path) -> Outcome {
    let now = 1_700_000_000_000;
    let mut project = Project::create(project, now, || [7; 10], DEFAULT)?;
    let files = [file.to_path_buf()];
    import_files(&mut project, &Manner::of(format), &files, now).map_err(|problem| problem.key)?;
    Ok(project.close()?)
}

/// User and system time of this process; a tick is a hundredth of a second.
fn cpu_ms() -> Outcome<f64> {
    let stat = std::fs::read_to_string("/proc/self/stat")?;
    let (_, fields) = stat.rsplit_once(')').ok_or("no name in /proc/self/stat")?;
    let ticks = fields.split_whitespace().skip(11).take(2);
    let ticks: f64 = ticks.filter_map(|field| field.parse::<f64>().ok()).sum();
    Ok(ticks * 10.0)
}

fn peak_mb() -> Outcome<f64> {
    let status = std::fs::read_to_string("/proc/self/status")?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kilobytes = line.and_then(|line| line.trim().strip_suffix("kB"));
    let kilobytes: f64 = kilobytes.ok_or("no VmHWM")?.trim().parse()?;
    Ok(kilobytes * 1_024.0 / 1_000_000.0)
}
