//! `postil add`.

use super::{counted, duplicate, open};
use crate::args::Add;
use crate::output::Output;
use crate::standard_input::StandardInput;
use crate::words;
use postil_app::article_files::{AddedArticle, AddedFile, add_article_files};
use postil_app::environment::{Environment, SystemEnvironment};
use postil_app::problem::Problem;
use postil_app::view::message;
use postil_formats::article::{Choices, Field, Kind};
use postil_store::{Access, Project};
use serde_json::{Value, json};

/// A file that is refused does not keep the others out.
pub fn run(args: &Add, output: &mut Output) -> Result<(), Problem> {
    let mut project = open(&args.project, Access::Write)?;
    let mut columns: std::collections::BTreeMap<_, _> = args.columns.iter().cloned().collect();
    if let Some(column) = &args.text_column {
        columns.insert(Field::Text, column.clone());
    }
    let choices = Choices {
        encoding: args.encoding.clone(),
        columns,
    };
    let (input, paths) = match StandardInput::is_among(&args.paths) {
        false => (None, args.paths.clone()),
        true => {
            let kind = args.kind.unwrap_or(Kind::Text).description();
            let end = kind.extensions.first().copied().unwrap_or_default();
            let input = StandardInput::read(&format!(".{end}"))?;
            let paths = input.among(&args.paths);
            (Some(input), paths)
        }
    };
    let mut files = add_article_files(&mut project, &paths, &choices, SystemEnvironment.now())?;
    if let Some(input) = input {
        for file in &mut files {
            file.path = input.named(std::mem::take(&mut file.path));
            let refused = std::mem::take(&mut file.refused).into_iter();
            file.refused = refused.map(|problem| input.refusal(problem)).collect();
            for note in &mut file.notes {
                input.rename(note.arguments.values_mut());
            }
        }
    }
    if args.json {
        report(&project, &files, output)?;
    } else {
        tell(&project, &files, output)?;
    }
    project.close()?;
    Ok(())
}

fn tell(project: &Project, files: &[AddedFile], output: &mut Output) -> Result<(), Problem> {
    for file in files {
        for article in &file.added {
            output.say(
                &message("said-added-as")
                    .with("title", article.title.clone())
                    .count("number", article.id.0),
            )?;
        }
        for note in &file.notes {
            output.note(note);
        }
        for article in &file.duplicates {
            output.problem(&duplicate(project, &what(file, article), article.id)?);
        }
        for problem in &file.refused {
            output.problem(problem);
        }
    }
    let refused = files.iter().filter(|file| !file.refused.is_empty());
    let (refused, articles) = (
        refused.count(),
        files.iter().map(|file| file.added.len()).sum(),
    );
    if files.len() > 1 {
        output.note(
            &message("said-added-files")
                .count("articles", counted(articles))
                .count("files", counted(files.len()))
                .count("refused", counted(refused)),
        );
    }
    Ok(())
}

/// What of the file an article is.
fn what(file: &AddedFile, article: &AddedArticle) -> String {
    match article.row {
        0 => file.path.display().to_string(),
        row => format!("{}, {row}", file.path.display()),
    }
}

fn report(project: &Project, files: &[AddedFile], output: &mut Output) -> Result<(), Problem> {
    let mut told = Vec::new();
    for file in files {
        let mut added = Vec::new();
        for article in &file.added {
            let uid = project.document(article.id)?.uid;
            let mut told = described(article);
            told["uid"] = json!(uid.to_string());
            added.push(told);
        }
        let duplicates: Vec<Value> = file.duplicates.iter().map(described).collect();
        if !file.refused.is_empty() || !duplicates.is_empty() {
            output.refuse();
        }
        let encoding = file.encoding.map(|encoding| {
            json!({
                "name": encoding.name,
                "found_by": encoding.found_by.id(),
                "replaced": encoding.replaced,
            })
        });
        let refused: Vec<Value> = file
            .refused
            .iter()
            .map(|problem| json!({ "key": problem.key, "message": words::problem(problem) }))
            .collect();
        let notes: Vec<Value> = file
            .notes
            .iter()
            .map(|note| json!({ "key": note.key, "message": words::message(note) }))
            .collect();
        told.push(json!({
            "path": file.path.display().to_string(),
            "kind": file.kind.map(Kind::id),
            "encoding": encoding,
            "added": added,
            "duplicates": duplicates,
            "refused": refused,
            "notes": notes,
        }));
    }
    output.line(&json!({ "files": told }).to_string())
}

fn described(article: &AddedArticle) -> Value {
    let row = (article.row > 0).then_some(article.row);
    json!({ "number": article.id.0, "title": article.title, "row": row })
}
