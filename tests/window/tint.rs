//! Tints in the picture against carets in the page.

use super::Window;
use super::text::number;
use crate::Outcome;
use serde_json::json;
use std::path::Path;

/// What was found over the lines in view.
#[derive(Clone, Copy, Debug, Default)]
pub struct Grid {
    /// Points in a marked stretch, all of them tinted.
    pub inside: usize,
    /// Points outside, none of them tinted.
    pub outside: usize,
}

impl Window {
    /// Leaves tints alone on the paper: no ink, no badges, no caret.
    ///
    /// # Errors
    /// The window is gone.
    pub fn only_tints(&self) -> Outcome {
        self.run(
            "document.documentElement.dataset.onlyTints = '';",
            Vec::new(),
        )?;
        if self.read("'onlyTints' in window")? == true {
            return Ok(());
        }
        self.run("window.onlyTints = true;", Vec::new())?;
        self.style(":root[data-only-tints] .cm-content { color: transparent !important; }")?;
        self.style(
            ":root[data-only-tints] :is(.cm-cursorLayer, .cm-selectionLayer, .postil-outline, .postil-handles, .postil-badge, .postil-leaders, .postil-stubs,
             .postil-margin, .postil-solid, .postil-dotted, .postil-wavy) { visibility: hidden !important; }",
        )
    }

    /// Shows again what [`Window::only_tints`] hides.
    ///
    /// # Errors
    /// The window is gone.
    pub fn with_ink(&self) -> Outcome {
        self.run(
            "delete document.documentElement.dataset.onlyTints;",
            Vec::new(),
        )
        .map(drop)
    }

    /// Compares a grid of points over the lines in view with the picture:
    /// a point is tinted if and only if the caret there falls inside a claim
    /// of the project's only article.
    ///
    /// # Errors
    /// Points that are tinted and should not be, or the other way round.
    pub fn compare_tints(&self, project: &Path) -> Outcome<Grid> {
        self.compare(&claims(project, "1")?)
    }

    /// The same with the article of a title, which has no quote in it.
    ///
    /// # Errors
    /// As [`Window::compare_tints`].
    pub fn compare_tints_of(&self, project: &Path, title: &str) -> Outcome<Grid> {
        self.compare(&claims(project, &format!("document.title = '{title}'"))?)
    }

    fn compare(&self, stretches: &[(usize, usize)]) -> Outcome<Grid> {
        let grid = self.run(include_str!("grid.js"), vec![json!(stretches)])?;
        let picture = self.picture()?;
        let zoom = self.read("devicePixelRatio * (document.documentElement.style.getPropertyValue('--zoom') || 1) * 1000")?;
        let thousandths = number(&zoom)?;
        // The middle of a CSS pixel, where the window is shown larger too.
        let scaled = |place: usize| (2 * place + 1) * thousandths / 2_000;
        let point = |value: &serde_json::Value| -> Outcome<(usize, usize)> {
            Ok((scaled(number(&value[0])?), scaled(number(&value[1])?)))
        };
        let (x, y) = point(&grid["paper"])?;
        let paper = picture.at(x, y).ok_or("the paper is out of the picture")?;
        let mut found = Grid::default();
        let mut wrong = Vec::new();
        for each in grid["points"].as_array().into_iter().flatten() {
            let (x, y) = point(each)?;
            let tinted = picture.at(x, y).ok_or("a point is out of the picture")? != paper;
            let inside = each[2] == 1;
            match (inside, tinted) {
                (true, true) => found.inside += 1,
                (false, false) => found.outside += 1,
                _ => wrong.push(format!(
                    "({x}, {y}) at {} {}",
                    each[3],
                    if tinted { "is tinted" } else { "is bare" }
                )),
            }
        }
        if wrong.is_empty() {
            return Ok(found);
        }
        let shown: Vec<&String> = wrong.iter().take(12).collect();
        Err(format!(
            "{} of {} points, claims at {stretches:?}: {shown:?}",
            wrong.len(),
            wrong.len() + found.inside + found.outside
        )
        .into())
    }
}

/// Stretches of the claims of the first article of which something holds, in
/// UTF-16 units.
fn claims(project: &Path, holds: &str) -> Outcome<Vec<(usize, usize)>> {
    let document = format!("SELECT id FROM document WHERE {holds} ORDER BY id LIMIT 1");
    let text = crate::project::rows(
        project,
        &format!("SELECT json_array(text) FROM document WHERE id = ({document})"),
    )?
    .concat();
    let text: Vec<String> = serde_json::from_str(&text)?;
    let mut units = vec![0];
    for letter in text.concat().chars() {
        units.push(units.last().copied().unwrap_or_default() + letter.len_utf16());
    }
    let stored = crate::project::rows(
        project,
        &format!(
            "SELECT start || ' ' || end FROM fragment JOIN span ON span.id = fragment.span
             JOIN layer ON layer.id = span.layer
             WHERE label = 'claim' AND layer.document = ({document})"
        ),
    )?;
    let at = |position: &str| -> Outcome<usize> {
        units
            .get(position.parse::<usize>()?)
            .copied()
            .ok_or_else(|| "beyond the text".into())
    };
    stored
        .iter()
        .map(|row| {
            let (start, end) = row.split_once(' ').ok_or("no end")?;
            Ok((at(start)?, at(end)?))
        })
        .collect()
}
