//! Exports: what one would write, and writing it.

use super::asked::plan;
use super::shown;
use crate::app::App;
use crate::commands::request::{ExportAsked, Nothing, OfFile, SurveyExport};
use crate::problem::{Code, Problem};
use crate::progress::Progress;
use crate::transfer::{
    Exported, Plan, PlannedPart, Survey, carry_out, counted, loss_message, said_exported,
};
use crate::view::message;
use crate::wire::{
    AnnotatorView, ExportChoices, ExportSurvey, FormatOptionView, FormatView, JobView, Message,
    PreviewFileView, TransferReport, WorkUnit,
};
use postil_formats::{FORMATS, Format, Place};
use postil_store::{Access, Project};
use std::path::Path;
use std::time::{Duration, Instant};

/// How long one question may look at articles: keys wait behind it.
const LOOKING: Duration = Duration::from_millis(30);

/// The formats, the annotators, and what the last export was asked for.
pub fn export_choices(app: &mut App, _: Nothing) -> Result<ExportChoices, Problem> {
    let uid = app.opened()?.project.uid();
    let kept = app.settings.exports.get(&uid).cloned().unwrap_or_default();
    let annotators = app.opened()?.project.annotators()?;
    Ok(ExportChoices {
        // A later version may have had further formats.
        asked: match Format::by_id(&kept.format) {
            Some(_) => kept,
            None => ExportAsked::default(),
        },
        formats: FORMATS.iter().copied().map(format_view).collect(),
        annotators: annotators
            .into_iter()
            .map(|annotator| AnnotatorView {
                id: annotator.id,
                name: annotator.name,
            })
            .collect(),
    })
}

pub(super) fn format_view(format: &Format) -> FormatView {
    let options = format.options.iter().map(|option| FormatOptionView {
        id: option.id.to_owned(),
        values: option
            .values
            .iter()
            .map(|value| (*value).to_owned())
            .collect(),
    });
    FormatView {
        id: format.id.to_owned(),
        title: format.title.to_owned(),
        options: options.collect(),
        folder: format.place == Place::Folder,
        withholds: format.can_withhold(),
        readable: format.reader.is_some(),
    }
}

/// Looks at some more articles, and says what is known of the export. What
/// makes no sense is said in the answer: a person is still choosing.
pub fn survey_export(app: &mut App, request: SurveyExport) -> Result<ExportSurvey, Problem> {
    let open = app.opened()?;
    let known = open.export_survey.take();
    let known = known.filter(|(asked, _)| !request.anew && *asked == request.asked);
    let survey = match known {
        Some((_, survey)) => Ok(survey),
        None => plan(open, &request.asked)
            .and_then(|plan| Survey::of(&open.project, &open.scheme, plan)),
    };
    let mut survey = match survey {
        Ok(survey) => survey,
        Err(problem) => return Ok(refused(problem)),
    };
    let begun = Instant::now();
    while !survey.is_whole() {
        survey.read_on(&open.project)?;
        if begun.elapsed() > LOOKING {
            break;
        }
    }
    let view = survey_view(&survey);
    open.export_survey = Some((request.asked, survey));
    Ok(view)
}

fn refused(problem: Problem) -> ExportSurvey {
    ExportSurvey {
        whole: true,
        read: 0,
        all: 0,
        articles: 0,
        spans: 0,
        links: 0,
        losses: Vec::new(),
        parts: Vec::new(),
        together: 0,
        groups: Vec::new(),
        files: Vec::new(),
        problem: Some(problem),
    }
}

fn survey_view(survey: &Survey) -> ExportSurvey {
    let (all, read) = survey.looked_at();
    let kept = survey.kept().cloned().unwrap_or_default();
    let files = survey.files().iter().map(|file| PreviewFileView {
        name: file.name.clone(),
        lines: file.lines.clone(),
        text: file.text,
    });
    ExportSurvey {
        whole: survey.is_whole(),
        read: counted(read),
        all: counted(all),
        articles: counted(survey.articles()),
        spans: counted(survey.counts().spans),
        links: counted(survey.counts().links),
        losses: survey.losses().iter().map(loss_message).collect(),
        parts: kept.parts.into_iter().map(counted).collect(),
        together: kept.together,
        groups: kept.groups,
        files: files.collect(),
        problem: survey.refusal(),
    }
}

/// Asks for a place and writes what is asked for there, from a copy of the
/// project as it is now. What was asked for is kept for the next time.
pub fn export(app: &mut App, request: ExportAsked) -> Result<Option<JobView>, Problem> {
    app.jobs.require_none()?;
    let open = app.opened()?;
    let plan = plan(open, &request)?;
    let project = open.project.path().to_path_buf();
    let (uid, suggested) = (open.project.uid(), suggested(&project, plan.format));
    if app.settings.exports.get(&uid) != Some(&request) {
        app.settings.exports.insert(uid, request);
        app.save_settings()?;
    }
    let extension = extension(plan.format);
    let Some(path) = app.dialogs.export(&suggested, extension) else {
        return Ok(None);
    };
    let job = app
        .jobs
        .begin_thread("job-export", WorkUnit::Articles, move |progress| {
            let folder = tempfile::tempdir().map_err(|error| {
                Problem::new(Code::ReadOnly, "problem-no-temporary-folder")
                    .with("reason", error.to_string())
            })?;
            let copy = folder.path().join("snapshot.postil");
            copied(&project, &copy, progress)?;
            let snapshot = Project::open(&copy, Access::Read)?;
            let parts = carry_out(&snapshot, &plan, &path, progress)?;
            Ok(report(&plan, &parts, &path))
        })?;
    Ok(Some(job))
}

/// What a file dialog gives a name without one.
fn extension(format: &Format) -> &'static str {
    match format.place {
        Place::Files => format.main().rsplit('.').next().unwrap_or_default(),
        Place::Folder => "",
    }
}

fn suggested(project: &Path, format: &Format) -> std::path::PathBuf {
    match format.place {
        Place::Files => project.with_extension(extension(format)),
        Place::Folder => {
            let stem = project.file_stem().unwrap_or_default().to_string_lossy();
            project.with_file_name(format!("{stem} {}", format.id))
        }
    }
}

fn copied(project: &Path, copy: &Path, progress: &Progress) -> Result<(), Problem> {
    let project = Project::open(project, Access::Read)?;
    project.snapshot_in_steps(copy, || progress.go_on().is_ok())?;
    progress.go_on()
}

fn report(plan: &Plan, parts: &[PlannedPart], out: &Path) -> TransferReport {
    let mut whole = Exported::default();
    let mut notes: Vec<Message> = Vec::new();
    for part in parts {
        let exported = &part.exported;
        whole.files.extend(exported.files.iter().cloned());
        whole.articles = whole.articles.saturating_add(exported.articles);
        whole.spans = whole.spans.saturating_add(exported.spans);
        whole.links = whole.links.saturating_add(exported.links);
        whole.losses.merge(exported.losses.clone());
        if part.together > 0 {
            let said = message("said-kept-together").count("count", part.together);
            notes.push(said.with("examples", part.alike.clone()));
        }
        if !part.name.is_empty() {
            let said = message("note-part").with("name", part.name.clone());
            notes.push(said.count("articles", exported.articles));
        }
    }
    notes.extend(whole.losses.iter().map(loss_message));
    let files = match plan.format.place {
        Place::Files => whole.files,
        Place::Folder => vec![out.to_path_buf()],
    };
    TransferReport {
        files: shown(&files),
        articles: whole.articles,
        spans: whole.spans,
        links: whole.links,
        notes,
        message: message(said_exported(plan.format))
            .count("articles", whole.articles)
            .count("spans", whole.spans)
            .count("links", whole.links),
        documents: None,
        history: None,
    }
}

/// Shows where a file lies, in the system's own window.
pub fn show_file(app: &mut App, request: OfFile) -> Result<(), Problem> {
    let path = Path::new(&request.path);
    if !path.exists() {
        let problem = Problem::new(Code::NotFound, "problem-file-missing");
        return Err(problem.with("path", request.path.clone()));
    }
    app.dialogs.show(path).map_err(|error| {
        Problem::new(Code::Unsupported, "problem-file-not-shown")
            .with("path", request.path.clone())
            .cause(error)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const WORDS: &str = include_str!("../../../../../../ui/src/words/transfer.ftl");

    #[test]
    fn every_format_and_all_it_offers_has_words() {
        let has = |key: &str| {
            let begins = |line: &str| line.starts_with(&format!("{key} = "));
            assert!(WORDS.lines().any(begins), "no words for {key}");
        };
        for format in FORMATS {
            has(&format!("format-use-{}", format.id));
            for option in format.options {
                let key = format!("format-choice-{}-{}", format.id, option.id);
                has(&key);
                let named = option
                    .values
                    .iter()
                    .filter(|value| !["yes", "no"].contains(value));
                named.for_each(|value| has(&format!("{key}-{value}")));
            }
        }
    }
}
