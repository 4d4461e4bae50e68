//! A whole export as a person asks for it: what, in which format, and in
//! which parts.

use super::{Exported, Selection, Stratum, deal_out, export_watched, main_file, withheld};
use crate::problem::{Code, Problem};
use crate::progress::Progress;
use postil_core::id::DocumentId;
use postil_formats::option::Options;
use postil_formats::{Format, Place};
use postil_store::Project;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// An export.
#[derive(Clone, Debug)]
pub struct Plan {
    /// The format.
    pub format: &'static Format,
    /// What was chosen of it.
    pub options: Options,
    /// What goes out.
    pub selection: Selection,
    /// Texts are left out, and quotes of at most this many code points kept;
    /// of Postil JSONL only.
    pub quotes: Option<usize>,
    /// The parts by name with their shares; none for one whole.
    pub parts: Vec<(String, u32)>,
    /// Decides which articles go into which part.
    pub seed: String,
    /// What is spread evenly over the parts.
    pub strata: BTreeSet<Stratum>,
}

/// What was written of a part.
#[derive(Clone, Debug)]
pub struct PlannedPart {
    /// Its name; empty for the whole.
    pub name: String,
    /// What was written.
    pub exported: Exported,
    /// In the first part: how many articles of all stay with others because
    /// their texts are nearly the same.
    pub together: u32,
    /// Their titles, group by group: the first few.
    pub alike: String,
}

/// Groups that are named, and articles of each.
const GROUPS: usize = 3;

impl Plan {
    /// Whether it can be carried out at all.
    ///
    /// # Errors
    /// With the reason.
    pub fn check(&self) -> Result<(), Problem> {
        if self.quotes.is_some() && !self.format.can_withhold() {
            return Err(Problem::new(Code::Invalid, "problem-without-text"));
        }
        let mut names = BTreeSet::new();
        for (name, share) in &self.parts {
            let plain = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
            if name.is_empty() || !name.chars().all(plain) {
                let problem = Problem::new(Code::Invalid, "problem-part-name");
                return Err(problem.with("name", name.clone()));
            }
            if !names.insert(name.to_lowercase()) {
                let problem = Problem::new(Code::Invalid, "problem-part-twice");
                return Err(problem.with("name", name.clone()));
            }
            if *share == 0 {
                let problem = Problem::new(Code::Invalid, "problem-part-share");
                return Err(problem.with("name", name.clone()));
            }
        }
        Ok(())
    }

    /// Refuses parts that no article would be in.
    pub(super) fn refuse_empty_parts(&self, articles: &[usize]) -> Result<(), Problem> {
        let mut parts = self.parts.iter().zip(articles);
        match parts.find(|(_, articles)| **articles == 0) {
            Some(((name, _), _)) => {
                Err(Problem::new(Code::Invalid, "problem-part-empty").with("name", name.clone()))
            }
            None => Ok(()),
        }
    }
}

/// Writes an export to `out`, part by part: read back, and with a report of
/// what the format does not hold beside it.
///
/// # Errors
/// As [`export_watched`], and when a part would be empty.
pub fn carry_out(
    project: &Project,
    plan: &Plan,
    out: &Path,
    progress: &Progress,
) -> Result<Vec<PlannedPart>, Problem> {
    plan.check()?;
    if plan.parts.is_empty() {
        return Ok(vec![PlannedPart {
            name: String::new(),
            exported: one(project, plan, out, &plan.selection, progress)?,
            together: 0,
            alike: String::new(),
        }]);
    }
    let shares: Vec<u32> = plan.parts.iter().map(|(_, share)| *share).collect();
    let dealt = deal_out(
        project,
        &plan.selection,
        &shares,
        &plan.seed,
        &plan.strata,
        progress,
    )?;
    let sizes: Vec<usize> = dealt.parts.iter().map(Vec::len).collect();
    if sizes.iter().sum::<usize>() == 0 {
        return Err(plan.selection.nothing());
    }
    plan.refuse_empty_parts(&sizes)?;
    if plan.format.place == Place::Folder {
        std::fs::create_dir_all(out).map_err(|error| {
            Problem::new(Code::ReadOnly, "problem-folder")
                .with("path", out.display().to_string())
                .cause(error)
        })?;
    }
    let (mut together, mut alike) = (dealt.together, alike(project, &dealt.groups)?);
    let parts = plan.parts.iter().zip(dealt.parts);
    parts
        .map(|((name, _), documents)| {
            progress.go_on()?;
            let mut selection = plan.selection.clone();
            selection.choice.documents = Some(documents.into_iter().collect());
            let path = part_of(out, plan.format, name);
            Ok(PlannedPart {
                name: name.clone(),
                exported: one(project, plan, &path, &selection, progress)?,
                together: std::mem::take(&mut together),
                alike: std::mem::take(&mut alike),
            })
        })
        .collect()
}

/// The first groups of articles that are nearly the same, by their titles.
fn alike(project: &Project, groups: &[Vec<DocumentId>]) -> Result<String, Problem> {
    let mut said = Vec::new();
    for group in groups.iter().take(GROUPS) {
        let titles = group.iter().take(GROUPS).map(|id| {
            let title = project.document(*id)?.title;
            Ok(format!("“{title}”"))
        });
        said.push(titles.collect::<Result<Vec<_>, Problem>>()?.join(" ≈ "));
    }
    if groups.len() > GROUPS {
        said.push("…".to_owned());
    }
    Ok(said.join("; "))
}

fn one(
    project: &Project,
    plan: &Plan,
    out: &Path,
    selection: &Selection,
    progress: &Progress,
) -> Result<Exported, Problem> {
    match plan.quotes {
        Some(quotes) => withheld::export(project, plan, quotes, out, selection, progress),
        None => export_watched(
            project,
            plan.format,
            &plan.options,
            out,
            selection,
            progress,
        ),
    }
}

/// The file or folder of a part: `corpus.train.jsonl` of `corpus.jsonl`, and
/// `corpus/train` where the format fills a folder.
fn part_of(out: &Path, format: &Format, name: &str) -> PathBuf {
    if format.place == Place::Folder {
        return out.join(name);
    }
    let main = main_file(format, out);
    let file = main.file_name().unwrap_or_default().to_string_lossy();
    let stem = file.strip_suffix(format.main()).unwrap_or(&file);
    out.with_file_name(format!("{stem}.{name}"))
}

/// Whether this is a date as exports are asked for: 2026, 2026-01 or
/// 2026-01-14.
#[must_use]
pub fn is_date(given: &str) -> bool {
    let digits =
        |part: &str, length| part.len() == length && part.bytes().all(|b| b.is_ascii_digit());
    let parts: Vec<&str> = given.split('-').collect();
    match parts.as_slice() {
        [year] => digits(year, 4),
        [year, month] => digits(year, 4) && digits(month, 2),
        [year, month, day] => digits(year, 4) && digits(month, 2) && digits(day, 2),
        _ => false,
    }
}
