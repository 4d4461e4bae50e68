//! A program with the processes that it started, read from `/proc`.

use postil_tests::Outcome;
use std::fs;
use std::path::Path;

/// A process and all below it.
#[must_use]
pub fn tree(root: u32) -> Vec<u32> {
    let mut found = vec![root];
    let mut at = 0;
    while let Some(&id) = found.get(at) {
        found.extend(children(id));
        at += 1;
    }
    found
}

/// The process below this one that runs a program, given by its real path.
#[must_use]
pub fn running(program: &Path) -> Option<u32> {
    tree(std::process::id())
        .into_iter()
        .find(|id| fs::read_link(format!("/proc/{id}/exe")).is_ok_and(|path| path == program))
}

/// Whether a process is there and no zombie.
#[must_use]
pub fn alive(id: u32) -> bool {
    fs::read_to_string(format!("/proc/{id}/stat"))
        .is_ok_and(|stat| !stat.contains(") Z") && !stat.contains(") X"))
}

/// The children of all threads: WebKit does not start its processes from the
/// first one alone.
fn children(id: u32) -> Vec<u32> {
    let Ok(threads) = fs::read_dir(format!("/proc/{id}/task")) else {
        return Vec::new();
    };
    threads
        .flatten()
        .filter_map(|thread| fs::read_to_string(thread.path().join("children")).ok())
        .flat_map(|line| {
            line.split_whitespace()
                .filter_map(|child| child.parse().ok())
                .collect::<Vec<u32>>()
        })
        .collect()
}

/// Memory of processes in MB (10⁶ bytes): what is shared counts once.
///
/// # Errors
/// One of them is gone.
pub fn memory(ids: &[u32]) -> Outcome<f64> {
    let mut kilobytes = 0.0;
    for id in ids {
        let path = format!("/proc/{id}/smaps_rollup");
        let maps = fs::read_to_string(Path::new(&path))?;
        let line = maps.lines().find_map(|line| line.strip_prefix("Pss:"));
        let value = line.and_then(|rest| {
            rest.trim()
                .trim_end_matches("kB")
                .trim()
                .parse::<f64>()
                .ok()
        });
        kilobytes += value.ok_or_else(|| format!("{path} has no Pss"))?;
    }
    Ok(kilobytes * 1024.0 / 1_000_000.0)
}
