//! `postil rejoin`.

use super::open;
use crate::args::Rejoin;
use crate::output::Output;
use crate::standard_input::StandardInput;
use crate::words;
use postil_app::problem::{Code, Problem};
use postil_app::transfer::write_whole;
use postil_app::view::message;
use postil_core::text::{sha256, take_in};
use postil_formats::jsonl::{self, Rejoined, rejoin};
use postil_store::{Access, DocumentFilter};
use serde_json::{Value, json};
use std::collections::HashMap;
use std::path::{Path, PathBuf};

/// Articles whose text is not there are named and left out; the others are
/// written.
pub fn run(args: &Rejoin, output: &mut Output) -> Result<(), Problem> {
    let mut texts = HashMap::new();
    for path in &args.texts {
        gather(path, &mut texts)?;
    }
    let given = given(&args.file)?;
    let mut whole = Vec::new();
    let mut articles = 0u32;
    let mut left_out = Vec::new();
    for (number, line) in (1u32..).zip(given.split('\n')) {
        if line.trim().is_empty() {
            continue;
        }
        let rejoined = rejoin(line, |sha256| texts.get(sha256).cloned()).map_err(|error| {
            Problem::new(Code::Unreadable, "problem-rejoin-line")
                .with("path", args.file.display().to_string())
                .count("line", number)
                .with("reason", error.to_string())
        })?;
        match rejoined {
            Rejoined::Whole(line) => {
                whole.extend(line);
                articles += 1;
            }
            Rejoined::Missing { title, url } => left_out.push(
                Problem::new(Code::NotFound, "problem-rejoin-missing")
                    .with("title", title)
                    .with("url", url),
            ),
            Rejoined::Broken { title } => left_out
                .push(Problem::new(Code::Invalid, "problem-rejoin-broken").with("title", title)),
        }
    }
    let streams = args.out == Path::new("-");
    match streams {
        true => output.bytes(|out| out.write_all(&whole))?,
        false => write_whole(&args.out, &whole)?,
    }
    if args.json {
        if !left_out.is_empty() {
            output.refuse();
        }
        let left_out: Vec<Value> = left_out
            .iter()
            .map(|problem| json!({ "key": problem.key, "message": words::problem(problem) }))
            .collect();
        let file = args.out.display().to_string();
        let report = json!({ "file": file, "articles": articles, "left_out": left_out });
        if streams {
            output.aside(&report.to_string());
            return Ok(());
        }
        return output.line(&report.to_string());
    }
    for problem in &left_out {
        output.problem(problem);
    }
    if !streams {
        output.line(&args.out.display().to_string())?;
    }
    output.note(&message("said-rejoined").count("articles", articles));
    Ok(())
}

/// The export without texts.
fn given(file: &Path) -> Result<String, Problem> {
    let files = [file.to_owned()];
    if !StandardInput::is_among(&files) {
        return std::fs::read_to_string(file).map_err(|error| unreadable(file, &error));
    }
    let input = StandardInput::read(jsonl::ROW.main())?;
    let kept = input.among(&files);
    let read = kept.first().map(std::fs::read_to_string);
    read.unwrap_or_else(|| Ok(String::new()))
        .map_err(|error| unreadable(Path::new("standard input"), &error))
}

/// The texts of a file, a folder or a project, by their SHA-256.
fn gather(path: &Path, texts: &mut HashMap<String, String>) -> Result<(), Problem> {
    if path.extension().is_some_and(|end| end == "postil") {
        let project = open(path, Access::Read)?;
        for summary in project.documents(&DocumentFilter::default())? {
            let text = project.text(summary.document.id)?;
            texts.insert(summary.document.sha256, text);
        }
        return Ok(());
    }
    if path.is_dir() {
        let entries = std::fs::read_dir(path).map_err(|error| unreadable(path, &error))?;
        let mut inside: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
        inside.sort();
        for path in inside.iter().filter(|path| path.is_file()) {
            gather(path, texts)?;
        }
        return Ok(());
    }
    let bytes = std::fs::read(path).map_err(|error| unreadable(path, &error))?;
    // A file that is no text is no article's.
    if let Ok(intake) = take_in(&String::from_utf8_lossy(&bytes)) {
        texts.insert(sha256(&intake.text), intake.text);
    }
    Ok(())
}

fn unreadable(path: &Path, error: &std::io::Error) -> Problem {
    Problem::new(Code::Unreadable, "problem-rejoin-file")
        .with("path", path.display().to_string())
        .with("reason", error.to_string())
}
