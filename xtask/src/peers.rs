//! `cargo xtask peers`: what other people's readers make of each export.
//!
//! Every program in `tests/peers` is called like the format that it reads. It
//! compares each span and link that the reader found with Postil's own JSONL.
//! A line `# options: NAME=VALUE …` in it says how its format is exported.
//! Those in `tests/peers/documents` run what a page of `docs` shows.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::Outcome;
use crate::packages::Need;
use crate::process::{cargo, in_checkout, is_on_path, line, succeed};
use crate::{system, tree};

/// Seconds for everything that waits for the network.
const INSTALL_AT_MOST: &str = "420";

/// Seconds for one reader.
const READ_AT_MOST: &str = "120";

/// The command line, as Cargo and the file system call it.
const PACKAGE: &str = "postil-cli";
const PROGRAM: &str = "postil";

/// How a program says what its format is exported with.
const OPTIONS: &str = "# options:";

/// What is exported: the articles of the golden files, in all their scripts.
const CORPUS: &str = "tests/golden/jsonl/articles.jsonl";

/// What shows how to read a project without Postil.
const READING: &str = "docs/reading-a-project.md";

/// Installs the readers, exports a corpus in each format, and has it read.
///
/// # Errors
/// The readers could not be installed, a format was not exported, or a reader
/// found something else than what was exported.
pub(crate) fn peers() -> Outcome {
    system::prepare(Need::Peers)?;
    let scripts = scripts(&folder())?;
    let work = tree::target()?.join("peers");
    let python = install(&work.join("readers"))?;
    succeed(cargo().args(["build", "--locked", "--package", PACKAGE]))?;

    let out = work.join("exported");
    if out.exists() {
        fs::remove_dir_all(&out).map_err(|cause| unwritable(&out, &cause))?;
    }
    fs::create_dir_all(&out).map_err(|cause| unwritable(&out, &cause))?;
    let project = out.join("corpus.postil");
    let corpus = tree::checkout().join(CORPUS);
    postil(&work, &["new"], &[&project])?;
    postil(
        &work,
        &["import", "--format", "jsonl"],
        &[&project, &corpus],
    )?;
    let reference = export(&work, &project, &out, "jsonl", &[])?;

    let mut differing = Vec::new();
    for (format, script) in &scripts {
        println!("\n── {format}");
        let read = options(script)
            .and_then(|options| export(&work, &project, &out, format, &options))
            .and_then(|exported| succeed(&mut reader(&python, script, &reference, &exported)));
        if let Err(problem) = read {
            eprintln!("{problem}");
            differing.push(format.as_str());
        }
    }
    println!("\n── {READING}");
    let claims = export(&work, &project, &out, "csv", &[])
        .and_then(|path| succeed(&mut shown(&python, &project, &path, &reference)));
    if let Err(problem) = claims {
        eprintln!("{problem}");
        differing.push(READING);
    }
    if differing.is_empty() {
        println!(
            "\n{} formats were read as they were exported, and what {READING} shows works.",
            scripts.len()
        );
        Ok(())
    } else {
        Err(format!(
            "not read as exported: {}. What differs stands above; the files lie in {}",
            differing.join(", "),
            out.display()
        ))
    }
}

fn folder() -> PathBuf {
    tree::checkout().join("tests").join("peers")
}

/// The formats and their programs, by name.
fn scripts(folder: &Path) -> Outcome<Vec<(String, PathBuf)>> {
    let entries = fs::read_dir(folder)
        .map_err(|cause| format!("could not look into {}: {cause}", folder.display()))?;
    let mut scripts: Vec<(String, PathBuf)> = entries
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|end| end == "py"))
        .filter_map(|path| Some((path.file_stem()?.to_str()?.to_owned(), path)))
        .collect();
    scripts.sort();
    if scripts.is_empty() {
        return Err(format!("there is no reader in {}", folder.display()));
    }
    Ok(scripts)
}

/// Makes the virtual environment, unless it holds what is asked for already.
fn install(environment: &Path) -> Outcome<PathBuf> {
    let requirements = folder().join("requirements.txt");
    let wanted = fs::read_to_string(&requirements)
        .map_err(|cause| format!("could not read {}: {cause}", requirements.display()))?;
    let python = environment.join(if cfg!(windows) {
        "Scripts/python.exe"
    } else {
        "bin/python"
    });
    let stamp = environment.join("installed.txt");
    if python.exists() && fs::read_to_string(&stamp).is_ok_and(|there| there == wanted) {
        return Ok(python);
    }
    let system_python = if cfg!(windows) { "python" } else { "python3" };
    let mut make = in_checkout(system_python);
    make.args(["-m", "venv", "--clear"]).arg(environment);
    succeed(&mut make)?;
    let mut pip = bounded(INSTALL_AT_MOST, &python);
    pip.args([
        "-m",
        "pip",
        "install",
        "--quiet",
        "--disable-pip-version-check",
    ])
    .args(["--no-input", "--no-compile", "--prefer-binary"])
    .args(["--timeout", "20", "--retries", "2", "--requirement"])
    .arg(&requirements);
    println!("Installing the readers of tests/peers/requirements.txt.");
    succeed(&mut pip).map_err(|problem| {
        format!(
            "the readers could not be installed: {problem}. They come from pip's package index; \
             check that it can be reached from here, then start again."
        )
    })?;
    fs::write(&stamp, wanted).map_err(|cause| unwritable(&stamp, &cause))?;
    Ok(python)
}

/// A program that is ended when it takes longer, where that can be had.
fn bounded(seconds: &str, program: &Path) -> Command {
    if is_on_path("timeout") && !cfg!(windows) {
        let mut command = in_checkout("timeout");
        command.args(["--kill-after=10", seconds]).arg(program);
        command
    } else {
        in_checkout(program)
    }
}

/// Runs the programs that the document shows.
fn shown(python: &Path, project: &Path, claims: &Path, reference: &Path) -> Command {
    let script = folder().join("documents/reading-a-project.py");
    let document = tree::checkout().join(READING);
    let claims = claims.with_extension("claims.csv");
    let mut command = bounded(READ_AT_MOST, python);
    command
        .arg("-P")
        .arg(script)
        .args([document.as_path(), project, claims.as_path(), reference])
        .env("PYTHONPATH", folder().join("shared"))
        .env("PYTHONUTF8", "1")
        .env("PYTHONDONTWRITEBYTECODE", "1");
    command
}

fn reader(python: &Path, script: &Path, reference: &Path, exported: &Path) -> Command {
    let mut command = bounded(READ_AT_MOST, python);
    command
        // Not the script's own folder: a file there is called like the
        // library that it reads with.
        .arg("-P")
        .arg(script)
        .args([reference, exported])
        .env("PYTHONPATH", folder().join("shared"))
        .env("PYTHONUTF8", "1")
        .env("PYTHONDONTWRITEBYTECODE", "1")
        .env("HF_HUB_OFFLINE", "1")
        .env("HF_DATASETS_OFFLINE", "1")
        .env("HF_HOME", exported.with_file_name("datasets-cache"));
    command
}

/// The choices that a program asks its format to be exported with.
fn options(script: &Path) -> Outcome<Vec<String>> {
    let text = fs::read_to_string(script)
        .map_err(|cause| format!("could not read {}: {cause}", script.display()))?;
    let mut stated = text.lines().filter_map(|row| row.strip_prefix(OPTIONS));
    let stated = stated.next().unwrap_or_default().split_whitespace();
    Ok(stated.map(str::to_owned).collect())
}

/// Exports in `format`; the path that was asked for.
fn export(
    work: &Path,
    project: &Path,
    out: &Path,
    format: &str,
    options: &[String],
) -> Outcome<PathBuf> {
    let folder = out.join(format);
    fs::create_dir_all(&folder).map_err(|cause| unwritable(&folder, &cause))?;
    let path = folder.join("corpus");
    let mut words = vec!["export", "--all", "--with-names", "--format", format];
    for option in options {
        words.extend(["--option", option]);
    }
    words.push("--out");
    postil(work, &words, &[&path, project])?;
    let written = path.with_extension(format);
    Ok(if written.exists() { written } else { path })
}

fn postil(work: &Path, words: &[&str], paths: &[&Path]) -> Outcome {
    let mut command = in_checkout(tree::built(PROGRAM, false)?);
    command
        .args(words)
        .args(paths)
        .env("POSTIL_HOME", work.join("home"));
    println!("$ {}", line(&command));
    succeed(&mut command)
}

fn unwritable(path: &Path, cause: &std::io::Error) -> String {
    format!("could not write {}: {cause}", path.display())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_program_is_called_like_its_format() {
        let scripts = scripts(&folder()).unwrap();
        assert!(scripts.iter().any(|(format, _)| format == "csv"));
        assert!(scripts.iter().all(|(format, path)| {
            path.is_file() && !format.contains('_') && format == &format.to_lowercase()
        }));
        assert!(super::scripts(&tree::checkout().join("icons")).is_err());
    }

    #[test]
    fn a_program_says_what_its_format_is_exported_with() {
        let asked = |format: &str| options(&folder().join(format)).unwrap();
        assert_eq!(asked("csv.py"), ["tables=all", "neutralise=no"]);
        assert!(asked("hf.py").is_empty());
    }

    #[test]
    fn a_reader_does_not_find_the_programs_of_the_others() {
        let path = tree::checkout();
        let command = reader(Path::new("python"), Path::new("csv.py"), &path, &path);
        let words: Vec<_> = command.get_args().collect();
        assert!(words.iter().any(|word| *word == "-P"), "{words:?}");
    }
}
