//! Imports: what one would bring, and bringing it.

mod values;

use super::export::format_view;
use crate::app::{App, OpenProject};
use crate::commands::request::{ChooseImport, ImportAsked, SurveyImport};
use crate::problem::{Code, Problem};
use crate::transfer::{
    Becomes, Found, Import, Look, Manner, Mapping, counted, is_empty, likely, likely_format,
    loss_message,
};
use crate::wire::{FormatView, ImportOffer, ImportSurvey, JobView, NameFound, WorkUnit};
use postil_core::scheme::Scheme;
use postil_formats::option::Options;
use postil_formats::{FORMATS, Format, jsonl};
use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// How long one question may read: keys wait behind it.
const LOOKING: Duration = Duration::from_millis(30);

/// What the formats call other projects.
const PROJECTS: &str = "postil";

/// Asks which files to import, and finds out their format.
pub fn choose_import(app: &mut App, request: ChooseImport) -> Result<Option<ImportOffer>, Problem> {
    app.opened()?;
    let Some(paths) = chosen(app, request.folder) else {
        return Ok(None);
    };
    let format = match paths.iter().any(|path| is_project(path)) {
        true => PROJECTS,
        false => likely_format(&paths)?.unwrap_or(&jsonl::ROW).id,
    };
    let projects = FormatView {
        id: PROJECTS.to_owned(),
        title: "Postil".to_owned(),
        options: Vec::new(),
        folder: false,
        withholds: false,
        readable: true,
    };
    Ok(Some(ImportOffer {
        asked: ImportAsked {
            paths: paths
                .iter()
                .map(|path| path.display().to_string())
                .collect(),
            format: format.to_owned(),
            ..ImportAsked::default()
        },
        formats: FORMATS
            .iter()
            .copied()
            .map(format_view)
            .chain([projects])
            .collect(),
    }))
}

fn is_project(path: &Path) -> bool {
    let end = path.extension().and_then(OsStr::to_str);
    end.is_some_and(|end| end.eq_ignore_ascii_case("postil"))
}

fn chosen(app: &mut App, folder: bool) -> Option<Vec<PathBuf>> {
    let documents = app.home.documents.clone();
    if folder {
        let folder = app.dialogs.article_folder(&documents)?;
        return Some(vec![folder]);
    }
    app.dialogs.import(&documents, "")
}

/// Reads some more of the files, and says what they would bring. What cannot
/// be read is said in the answer.
pub fn survey_import(app: &mut App, request: SurveyImport) -> Result<ImportSurvey, Problem> {
    let now = app.environment.now();
    let open = app.opened()?;
    let known = open.import_look.take();
    let known = known.filter(|(asked, _)| !request.anew && reads_the_same(asked, &request.asked));
    let look = match known {
        Some((_, look)) => Ok(look),
        None => manner(&request.asked)
            .and_then(|manner| Look::begin(&open.project, &manner, &paths(&request.asked), now)),
    };
    let mut look = match look {
        Ok(look) => look,
        Err(problem) => {
            return Ok(ImportSurvey {
                whole: true,
                problem: Some(problem),
                ..ImportSurvey::default()
            });
        }
    };
    let begun = Instant::now();
    look.read_on(&open.project, || begun.elapsed() > LOOKING)?;
    let view = survey_view(open, &request.asked, &look)?;
    open.import_look = Some((request.asked, look));
    Ok(view)
}

/// What becomes of names changes nothing in what is read.
fn reads_the_same(one: &ImportAsked, other: &ImportAsked) -> bool {
    (&one.paths, &one.format, &one.options) == (&other.paths, &other.format, &other.options)
}

fn survey_view(
    open: &OpenProject,
    asked: &ImportAsked,
    look: &Look,
) -> Result<ImportSurvey, Problem> {
    let (found, scheme) = (look.found(), &open.scheme);
    let (attributes_found, values_found) = values::found(found, asked, scheme);
    let titles = found.schemes.iter().map(|scheme| scheme.title.clone());
    Ok(ImportSurvey {
        whole: look.is_whole(),
        articles: counted(found.articles),
        duplicates: counted(found.duplicates),
        spans: counted(found.spans),
        links: counted(found.links),
        annotators: found.annotators.keys().cloned().collect(),
        own: asked.own.clone().unwrap_or_else(|| nobody(asked, found)),
        labels: names(&found.labels, &asked.labels, &|name| label(scheme, name)),
        links_found: names(&found.kinds, &asked.links, &|name| link(scheme, name)),
        attributes_found,
        values_found,
        problems: found.problems.clone(),
        losses: found.losses.iter().map(loss_message).collect(),
        repairs: found.repairs.clone(),
        schemes: titles.collect(),
        takes: !found.schemes.is_empty() && is_empty(&open.project)?,
        problem: None,
    })
}

/// Whoever only stands for nobody: many formats do not say whose work it is,
/// and are read as if somebody of the format's name had done it.
fn nobody(asked: &ImportAsked, found: &Found) -> String {
    let mut names = found.annotators.keys();
    let (Some(only), None) = (names.next(), names.next()) else {
        return String::new();
    };
    let format = Format::by_id(&asked.format);
    let called = format.is_some_and(|format| {
        let mut words = format.title.split(' ');
        only.starts_with(format.id) || words.any(|word| word.eq_ignore_ascii_case(only))
    });
    if called { only.clone() } else { String::new() }
}

/// Whether the scheme has a label, and else what it most likely means.
fn label(scheme: &Scheme, name: &str) -> (bool, Option<String>) {
    let ours = scheme
        .labels
        .iter()
        .filter(|label| !label.zone && !label.retired);
    let ours = ours.map(|label| (label.id.as_str(), label.title.as_str()));
    (scheme.label(name).is_some(), likely(name, ours))
}

fn link(scheme: &Scheme, name: &str) -> (bool, Option<String>) {
    let ours = scheme.links.iter().filter(|link| !link.retired);
    let ours = ours.map(|link| (link.id.as_str(), link.title.as_str()));
    (scheme.link(name).is_some(), likely(name, ours))
}

fn names(
    found: &BTreeMap<String, usize>,
    chosen: &BTreeMap<String, Becomes>,
    look_up: &dyn Fn(&str) -> (bool, Option<String>),
) -> Vec<NameFound> {
    let found = found.iter().map(|(name, count)| {
        let becomes = becomes(name, chosen, look_up);
        NameFound {
            name: name.clone(),
            count: counted(*count),
            known: look_up(name).0,
            becomes,
        }
    });
    found.collect()
}

/// What was chosen, or else what is proposed.
fn becomes(
    name: &str,
    chosen: &BTreeMap<String, Becomes>,
    look_up: &dyn Fn(&str) -> (bool, Option<String>),
) -> Becomes {
    let proposed = || match look_up(name) {
        (true, _) => Becomes::Same,
        (false, Some(ours)) => Becomes::Ours(ours),
        (false, None) => Becomes::New,
    };
    chosen.get(name).cloned().unwrap_or_else(proposed)
}

fn paths(asked: &ImportAsked) -> Vec<PathBuf> {
    asked.paths.iter().map(PathBuf::from).collect()
}

fn manner(asked: &ImportAsked) -> Result<Manner, Problem> {
    let projects = asked.format == PROJECTS;
    let format = match projects {
        true => Some(&jsonl::ROW),
        false => Format::by_id(&asked.format),
    };
    let Some(format) = format else {
        let problem = Problem::new(Code::Unsupported, "problem-no-format");
        return Err(problem.with("format", asked.format.clone()));
    };
    let chosen = asked.options.iter();
    let chosen = chosen.map(|(id, value)| (id.as_str(), value.as_str()));
    let options = Options::of(format.options, chosen).map_err(|error| {
        Problem::new(Code::Invalid, "problem-format-option")
            .with("format", format.title)
            .with("reason", error.to_string())
    })?;
    Ok(Manner {
        options,
        repair: asked.repair,
        mapping: Mapping {
            labels: asked.labels.clone(),
            links: asked.links.clone(),
            attributes: asked.attributes.clone(),
            values: asked.values.clone(),
            unknown: Becomes::Same,
        },
        take_scheme: asked.take_scheme,
        projects,
        ..Manner::of(format)
    })
}

/// Reads files into the project; asks for them where none are named.
pub fn import(app: &mut App, mut request: ImportAsked) -> Result<Option<JobView>, Problem> {
    app.jobs.require_none()?;
    app.opened()?;
    if request.paths.is_empty() {
        let Some(offer) = choose_import(app, ChooseImport { folder: false })? else {
            return Ok(None);
        };
        request.paths = offer.asked.paths;
        request.format = offer.asked.format;
    }
    let (mut manner, paths) = (manner(&request)?, paths(&request));
    let now = app.environment.now();
    let open = app
        .open
        .as_mut()
        .ok_or_else(|| Problem::new(Code::NotFound, "problem-no-project"))?;
    let own = request.own.filter(|name| !name.is_empty());
    manner.own = own.map(|name| (name, open.annotator.clone()));
    open.import_look = None;
    let job = app
        .jobs
        .begin_slices("job-import", WorkUnit::Kilobytes, |progress| {
            let import = Import::begin(&mut open.project, &manner, &paths, now, progress)?;
            Ok(Box::new(import))
        })?;
    Ok(Some(job))
}
