//! What a person asks of an export, looked over.

use crate::app::OpenProject;
use crate::commands::request::{ExportAsked, ExportScope};
use crate::problem::{Code, Problem};
use crate::transfer::{Plan, Selection, Stratum, is_date};
use postil_core::choice::{Choice, pseudonyms};
use postil_core::layer::LayerStatus;
use postil_formats::Format;
use postil_formats::option::Options;

/// The export that is asked for.
///
/// # Errors
/// With what makes no sense of it.
pub(super) fn plan(open: &OpenProject, asked: &ExportAsked) -> Result<Plan, Problem> {
    let Some(format) = Format::by_id(&asked.format) else {
        let problem = Problem::new(Code::Unsupported, "problem-no-format");
        return Err(problem.with("format", asked.format.clone()));
    };
    let chosen = asked.options.get(format.id).into_iter().flatten();
    let chosen = chosen.map(|(id, value)| (id.as_str(), value.as_str()));
    let options = Options::of(format.options, chosen).map_err(|error| {
        Problem::new(Code::Invalid, "problem-format-option")
            .with("format", format.title)
            .with("reason", error.to_string())
    })?;
    let mut strata = std::collections::BTreeSet::new();
    strata.extend(asked.stratify_language.then_some(Stratum::Language));
    strata.extend(asked.stratify_label.then_some(Stratum::Label));
    let parts = asked.parts.iter();
    let plan = Plan {
        format,
        options,
        selection: Selection {
            annotator: asked.annotator,
            done_only: asked.scope == ExportScope::Finished,
            choice: choice(open, asked)?,
        },
        // A choice that another format made possible is no fault of this one.
        quotes: (asked.without_text && format.can_withhold())
            .then(|| usize::try_from(asked.quotes).unwrap_or(usize::MAX)),
        parts: parts
            .map(|part| (part.name.trim().to_owned(), part.share))
            .collect(),
        seed: asked.seed.clone(),
        strata,
    };
    plan.check()?;
    Ok(plan)
}

fn choice(open: &OpenProject, asked: &ExportAsked) -> Result<Choice, Problem> {
    let (from, to) = (date(&asked.from)?, date(&asked.to)?);
    if let (Some(from), Some(to)) = (&from, &to) {
        let both = from.len().min(to.len());
        if from.get(..both) > to.get(..both) {
            let problem = Problem::new(Code::Invalid, "problem-export-dates");
            return Err(problem.with("from", from.clone()).with("to", to.clone()));
        }
    }
    let statuses = match asked.scope {
        ExportScope::Begun => vec![LayerStatus::Started, LayerStatus::Done],
        ExportScope::Finished | ExportScope::All => Vec::new(),
    };
    let pseudonyms = if asked.anonymous {
        let annotators = open.project.annotators()?;
        let named = asked.named.iter().copied().collect();
        pseudonyms(annotators.iter().map(|one| (one.id, one.uid)), &named)
    } else {
        Default::default()
    };
    Ok(Choice {
        documents: None,
        statuses: statuses.into_iter().collect(),
        labels: asked.labels.iter().cloned().collect(),
        languages: asked.languages.iter().cloned().collect(),
        with_flags: asked.with_flags.clone(),
        without_flags: asked.without_flags.clone(),
        from,
        to,
        without_skipped: asked.without_skipped,
        pseudonyms,
    })
}

fn date(given: &str) -> Result<Option<String>, Problem> {
    let given = given.trim();
    if given.is_empty() {
        return Ok(None);
    }
    if is_date(given) {
        return Ok(Some(given.to_owned()));
    }
    Err(Problem::new(Code::Invalid, "problem-export-date").with("date", given))
}
