//! A project file read with the plain `sqlite3` program.

use crate::Outcome;
use std::path::Path;
use std::process::Command;

/// The rows of a query, columns joined with `|`.
///
/// # Errors
/// `sqlite3` is missing or refused the query.
pub fn rows(project: &Path, query: &str) -> Outcome<Vec<String>> {
    let output = Command::new("sqlite3")
        .args(["-readonly", "-batch"])
        .arg(project)
        .arg(query)
        .output()?;
    if !output.status.success() {
        return Err(String::from_utf8_lossy(&output.stderr).into_owned().into());
    }
    Ok(String::from_utf8(output.stdout)?
        .lines()
        .map(str::to_owned)
        .collect())
}

/// All spans as `label: quote … quote`, in the order of the text.
///
/// # Errors
/// As [`rows`].
pub fn spans(project: &Path) -> Outcome<Vec<String>> {
    rows(
        project,
        "SELECT label || ': ' || text FROM annotations ORDER BY start, end DESC, label",
    )
}

/// All links as `kind: head > tail`, with `(rule)` after those by rule.
///
/// # Errors
/// As [`rows`].
pub fn links(project: &Path) -> Outcome<Vec<String>> {
    rows(
        project,
        "SELECT kind || ': ' || head || ' > ' || coalesce(tail, entity, special) || iif(by_rule, ' (rule)', '')
         FROM relations ORDER BY head_row, kind, tail_row",
    )
}

/// Fragments as (start, end) in code points, and those whose quote is not
/// what the text has there.
///
/// # Errors
/// As [`rows`].
pub fn fragments(project: &Path) -> Outcome<(usize, usize)> {
    let counted = rows(
        project,
        "SELECT count(*), coalesce(sum(substr(document.text, start + 1, end - start) = quote), 0)
         FROM fragment JOIN span ON span.id = fragment.span JOIN layer ON layer.id = span.layer
         JOIN document ON document.id = layer.document",
    )?;
    let row = counted.first().ok_or("no row")?;
    let (all, right) = row.split_once('|').ok_or("one column")?;
    Ok((all.parse()?, right.parse()?))
}
