//! What an export would write, found out article by article and without
//! writing anything.

use super::split::Dealer;
use super::{Dealing, Plan, counted, no_row};
use crate::problem::Problem;
use postil_core::bundle::Bundle;
use postil_core::id::DocumentId;
use postil_core::scheme::Scheme;
use postil_formats::files::{InMemory, Sink};
use postil_formats::format::Counts;
use postil_formats::jsonl::withhold;
use postil_formats::{Around, Losses};
use postil_store::Project;
use std::collections::VecDeque;

/// Articles that the first lines are made of.
const FIRST: usize = 2;

/// Lines shown of a file.
const LINES: usize = 12;

/// Code points shown of a line.
const LINE: usize = 600;

/// Files shown.
const FILES: usize = 12;

/// Groups of articles that are nearly the same, shown by title.
const GROUPS: usize = 5;

/// The beginning of a file that would be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PreviewFile {
    /// The end of its name, or its path in the folder.
    pub name: String,
    /// Its first lines, each cut to 600 code points; none of a file that is
    /// no text.
    pub lines: Vec<String>,
    /// Whether it is text.
    pub text: bool,
}

/// What a split would do.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Kept {
    /// Articles of each part.
    pub parts: Vec<usize>,
    /// Articles that stay with others.
    pub together: u32,
    /// The titles of the first five groups of these.
    pub groups: Vec<Vec<String>>,
}

/// A plan looked at article by article.
#[derive(Debug)]
pub struct Survey {
    plan: Plan,
    scheme: Scheme,
    left: VecDeque<DocumentId>,
    all: usize,
    articles: usize,
    counts: Counts,
    losses: Losses,
    first: Vec<Bundle>,
    files: Option<Vec<PreviewFile>>,
    dealer: Option<Dealer>,
    kept: Option<Kept>,
}

impl Survey {
    /// Begins with nothing read.
    ///
    /// # Errors
    /// When the plan cannot be carried out, or the project not be read.
    pub fn of(project: &Project, scheme: &Scheme, plan: Plan) -> Result<Self, Problem> {
        plan.check()?;
        let left: VecDeque<_> = project.document_ids()?.into();
        let dealer = (!plan.parts.is_empty()).then(|| Dealer::new(plan.strata.clone()));
        Ok(Self {
            scheme: scheme.clone(),
            all: left.len(),
            left,
            articles: 0,
            counts: Counts::default(),
            losses: Losses::new(),
            first: Vec::new(),
            files: None,
            dealer,
            kept: None,
            plan,
        })
    }

    /// Whether all articles were looked at.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.left.is_empty() && self.files.is_some() && self.dealer.is_none()
    }

    /// Articles of the project, and how many of them were looked at.
    #[must_use]
    pub fn looked_at(&self) -> (usize, usize) {
        (self.all, self.all - self.left.len())
    }

    /// Articles that go out.
    #[must_use]
    pub const fn articles(&self) -> usize {
        self.articles
    }

    /// Spans and links that go out.
    #[must_use]
    pub const fn counts(&self) -> Counts {
        self.counts
    }

    /// What the format does not hold.
    #[must_use]
    pub const fn losses(&self) -> &Losses {
        &self.losses
    }

    /// The first lines, once enough articles were looked at.
    #[must_use]
    pub fn files(&self) -> &[PreviewFile] {
        self.files.as_deref().unwrap_or_default()
    }

    /// What the split does, once all articles were looked at.
    #[must_use]
    pub const fn kept(&self) -> Option<&Kept> {
        self.kept.as_ref()
    }

    /// Why nothing would be written, once all articles were looked at.
    #[must_use]
    pub fn refusal(&self) -> Option<Problem> {
        if !self.is_whole() {
            return None;
        }
        if self.articles == 0 {
            return Some(self.plan.selection.nothing());
        }
        if let Some(refusal) = no_row(counted(self.articles), &self.losses) {
            return Some(refusal);
        }
        let parts = self.kept.as_ref().map(|kept| kept.parts.as_slice());
        self.plan
            .refuse_empty_parts(parts.unwrap_or_default())
            .err()
    }

    /// Looks at one more article, or finishes.
    ///
    /// # Errors
    /// When the project cannot be read.
    pub fn read_on(&mut self, project: &Project) -> Result<(), Problem> {
        if let Some(id) = self.left.pop_front() {
            if let Some(article) = self.plan.selection.article(project, id)? {
                self.take(article);
            }
        } else if let Some(dealer) = self.dealer.take() {
            let shares: Vec<u32> = self.plan.parts.iter().map(|(_, share)| *share).collect();
            let dealing = dealer.deal(&shares, &self.plan.seed);
            self.kept = Some(kept(project, &dealing)?);
        }
        if self.files.is_none() && (self.first.len() >= FIRST || self.left.is_empty()) {
            self.files = Some(self.write_first(project)?);
            self.first.clear();
        }
        Ok(())
    }

    fn take(&mut self, article: Bundle) {
        let counts = Counts::of(&article);
        self.articles += 1;
        self.counts.spans += counts.spans;
        self.counts.links += counts.links;
        self.losses.merge((self.plan.format.losses)(
            &article,
            &self.scheme,
            &self.plan.options,
        ));
        if let Some(dealer) = &mut self.dealer {
            dealer.take(&article);
        }
        if self.files.is_none() {
            self.first.push(article);
        }
    }

    fn write_first(&self, project: &Project) -> Result<Vec<PreviewFile>, Problem> {
        if self.first.is_empty() {
            return Ok(Vec::new());
        }
        let plan = &self.plan;
        let tables = plan.format.as_tables();
        let (format, options) = match &tables {
            Some((format, options)) => (*format, options),
            None => (plan.format, &plan.options),
        };
        let mut files = InMemory::default();
        let mut writer = (format.writer)(&self.scheme, options);
        for article in &self.first {
            writer
                .write(article, &mut files)
                .map_err(Problem::internal)?;
        }
        let around = Around {
            scheme: &project.scheme()?.json,
            register: &project.register()?,
        };
        writer
            .finish(&around, &mut files)
            .map_err(Problem::internal)?;
        if let Some(quotes) = plan.quotes {
            files = thinned(&files, format.main(), quotes)?;
        }
        // What can be shown first, the main file before others, then as they
        // are called.
        let main = format.main();
        let files = files.files.iter();
        let mut shown: Vec<_> = files.map(|(name, bytes)| beginning(name, bytes)).collect();
        shown.sort_by_key(|file| {
            let other = !file.name.ends_with(main);
            (!file.text, file.lines.is_empty(), file.name != main, other)
        });
        if tables.is_some() {
            // Each is a sheet.
            for file in &mut shown {
                file.name = file.name.trim_matches('.').replace(".csv", "");
            }
        }
        shown.truncate(FILES);
        Ok(shown)
    }
}

fn thinned(files: &InMemory, main: &str, quotes: usize) -> Result<InMemory, Problem> {
    let mut thin = InMemory::default();
    for (name, bytes) in &files.files {
        if name != main {
            thin.files.insert(name.clone(), bytes.clone());
            continue;
        }
        for line in String::from_utf8_lossy(bytes).lines() {
            let line = withhold(line, quotes).map_err(Problem::internal)?;
            thin.append(name, &line).map_err(Problem::internal)?;
        }
    }
    Ok(thin)
}

fn beginning(name: &str, bytes: &[u8]) -> PreviewFile {
    let text = std::str::from_utf8(bytes).ok();
    let text = text.filter(|text| !text.contains('\0'));
    let cut = |line: &str| match line.char_indices().nth(LINE) {
        Some((at, _)) => format!("{}…", line.get(..at).unwrap_or_default()),
        None => line.to_owned(),
    };
    let lines = text.unwrap_or_default().split_terminator('\n');
    PreviewFile {
        name: name.to_owned(),
        lines: lines
            .take(LINES)
            .map(|line| cut(line.trim_end_matches('\r')))
            .collect(),
        text: text.is_some(),
    }
}

fn kept(project: &Project, dealing: &Dealing) -> Result<Kept, Problem> {
    let title = |id: &DocumentId| Ok(project.document(*id)?.title);
    let groups = dealing.groups.iter().take(GROUPS);
    Ok(Kept {
        parts: dealing.parts.iter().map(Vec::len).collect(),
        together: dealing.together,
        groups: groups
            .map(|group| group.iter().map(title).collect::<Result<_, Problem>>())
            .collect::<Result<_, _>>()?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_preview_cuts_lines_and_shows_no_bytes() {
        let long = "ﺏ".repeat(LINE + 1);
        let file = beginning(
            ".csv",
            format!("a,b\r\n{long}\n{}", "c\n".repeat(40)).as_bytes(),
        );
        assert!(file.text);
        assert_eq!(file.lines.len(), LINES);
        assert_eq!(file.lines[0], "a,b");
        assert_eq!(file.lines[1].chars().count(), LINE + 1);
        let file = beginning(".xlsx", b"PK\x03\x04\0\xff");
        assert!(!file.text && file.lines.is_empty());
    }
}
