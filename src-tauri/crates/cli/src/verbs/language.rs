//! `postil language`.

use crate::args::Language;
use crate::output::Output;
use postil_app::problem::{Code, Problem};
use postil_core::language::{
    Detection, PartLanguage, THRESHOLD, UNDETERMINED, detect_article, detect_paragraphs,
};
use postil_core::text::Text;
use std::path::Path;

/// A line for each paragraph, or for each row of a table.
pub fn run(args: &Language, output: &mut Output) -> Result<(), Problem> {
    let content = read(&args.file)?;
    let is_table = args
        .file
        .extension()
        .is_some_and(|extension| extension.eq_ignore_ascii_case("tsv"));
    if is_table {
        return table(&args.file, &content, args.threshold.unwrap_or(0.0), output);
    }
    text(&content, args.threshold.unwrap_or(THRESHOLD), output)
}

/// `tag confidence text`; what is in another script follows its paragraph, indented.
fn text(content: &str, threshold: f64, output: &mut Output) -> Result<(), Problem> {
    let text = Text::new(content.trim_start_matches('\u{feff}').to_owned());
    let found = detect_article(&text, &[], None);
    let line = |indent: &str, part: &PartLanguage| {
        let words = text.slice(part.extent).unwrap_or_default();
        format!(
            "{indent}{}\t{}",
            answer(&part.detection, threshold),
            words.replace('\t', " ")
        )
    };
    for paragraph in &found.paragraphs {
        output.line(&line("", paragraph))?;
        let runs = found.runs.iter().filter(|run| {
            paragraph.extent.start <= run.extent.start && run.extent.end <= paragraph.extent.end
        });
        for run in runs {
            output.line(&line("  ", run))?;
        }
    }
    Ok(())
}

/// `article paragraph tag confidence`. Rows of an article follow each other.
fn table(path: &Path, content: &str, threshold: f64, output: &mut Output) -> Result<(), Problem> {
    let mut rows: Vec<(&str, &str, &str)> = Vec::new();
    for (number, line) in (1_u32..).zip(content.lines()) {
        let mut cells = line.splitn(3, '\t');
        match (cells.next(), cells.next(), cells.next()) {
            (Some(article), Some(paragraph), Some(text)) => rows.push((article, paragraph, text)),
            _ => {
                return Err(Problem::new(Code::Unreadable, "problem-no-three-columns")
                    .with("path", path.display().to_string())
                    .count("line", number));
            }
        }
    }
    let header = ("article", "paragraph", "text");
    let rows = rows.strip_prefix(&[header]).unwrap_or(&rows);
    for article in rows.chunk_by(|left, right| left.0 == right.0) {
        let texts: Vec<&str> = article.iter().map(|(.., text)| *text).collect();
        for ((article, paragraph, _), found) in article.iter().zip(detect_paragraphs(&texts)) {
            let answer = answer(&found, threshold);
            output.line(&format!("{article}\t{paragraph}\t{answer}"))?;
        }
    }
    Ok(())
}

fn answer(detection: &Detection, threshold: f64) -> String {
    let confidence = detection.confidence;
    let tag = detection
        .best
        .as_deref()
        .filter(|_| confidence >= threshold)
        .unwrap_or(UNDETERMINED);
    // Cut rather than rounded: 0.7999 is not 0.8.
    format!("{tag}\t{:.3}", (confidence * 1_000.0).floor() / 1_000.0)
}

fn read(path: &Path) -> Result<String, Problem> {
    let named = |problem: Problem| problem.with("path", path.display().to_string());
    let bytes = std::fs::read(path).map_err(|error| {
        named(Problem::new(Code::Unreadable, "problem-file-unreadable"))
            .with("reason", error.to_string())
    })?;
    String::from_utf8(bytes).map_err(|error| {
        let byte = u32::try_from(error.utf8_error().valid_up_to()).unwrap_or(u32::MAX);
        named(Problem::new(Code::Unreadable, "problem-not-utf8"))
            .count("byte", byte.saturating_add(1))
            .hint("hint-save-as-utf8")
    })
}
