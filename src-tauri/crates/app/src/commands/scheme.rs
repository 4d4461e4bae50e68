//! The scheme: looked at, tried out and changed.

use crate::app::App;
use crate::commands::request::{ChangeScheme, DraftScheme, Named, Nothing};
use crate::problem::{Code, Problem};
use crate::rewrite::{Decisions, Effect, rewrite};
use crate::transfer::{read_scheme_file, write_whole};
use crate::view::{self, message};
use crate::wire::{Edited, Message, Patch, SchemeEffects, SchemeTemplate, SchemeVerdict};
use postil_core::id::DocumentId;
use postil_core::scheme::{Fault, Scheme, StoredScheme, template, templates};
use postil_store::{Project, StoreError};

/// Ending of scheme files.
const EXTENSION: &str = "json";

/// The scheme file of the project.
pub fn scheme_file(app: &mut App, _: Nothing) -> Result<Scheme, Problem> {
    Ok(app.opened()?.scheme.clone())
}

/// The schemes that come with the program.
pub fn scheme_templates(_: &mut App, _: Nothing) -> Result<Vec<SchemeTemplate>, Problem> {
    Ok(templates().iter().map(view::template_view).collect())
}

/// A scheme that comes with the program.
pub fn scheme_template(_: &mut App, request: Named) -> Result<Scheme, Problem> {
    template(&request.name)
        .ok_or_else(|| Problem::internal(format!("no template {}", request.name)))
}

/// What is wrong with a draft, and how its colours do.
pub fn judge_scheme(_: &mut App, request: DraftScheme) -> Result<SchemeVerdict, Problem> {
    Ok(view::verdict(&request.scheme))
}

/// What a draft would do: the change itself is made and taken back, so that
/// what is said is what will happen.
pub fn preview_scheme(app: &mut App, request: ChangeScheme) -> Result<SchemeEffects, Problem> {
    let now = app.environment.now();
    let open = app.opened()?;
    let old = open.scheme.clone();
    refuse_faulty(&request.scheme)?;
    let tried = open.project.edit("step-scheme", None, now, |edits| {
        let rewritten =
            rewrite(edits, &old, &request.scheme, &decisions(&request)).map_err(Tried::Refused)?;
        Err::<(), _>(Tried::Done(rewritten.effects))
    });
    match tried {
        Err(Tried::Done(effects)) => Ok(SchemeEffects {
            decided: effects.iter().all(|effect| effect.decided),
            effects: effects
                .iter()
                .map(|effect| view::effect_view(effect, &old, &request.scheme))
                .collect(),
        }),
        Err(Tried::Refused(problem)) => Err(problem),
        Ok(_) => Err(Problem::internal("a trial was kept")),
    }
}

/// How a trial ends: always as an error, so that the project takes it back.
enum Tried {
    Done(Vec<Effect>),
    Refused(Problem),
}

impl From<StoreError> for Tried {
    fn from(error: StoreError) -> Self {
        Self::Refused(error.into())
    }
}

/// Takes a draft as the scheme, with the relabelling that it causes, as one
/// step; the version counts up.
pub fn change_scheme(app: &mut App, request: ChangeScheme) -> Result<Edited, Problem> {
    let now = app.environment.now();
    let open = app.opened()?;
    let old = open.scheme.clone();
    refuse_faulty(&request.scheme)?;
    let same = Scheme {
        version: old.version,
        ..request.scheme.clone()
    };
    let (said, changes) = if same == old {
        (message("said-scheme-same"), Vec::new())
    } else {
        let edited = open.project.edit("step-scheme", None, now, |edits| {
            let rewritten = rewrite(edits, &old, &request.scheme, &decisions(&request))?;
            if let Some(effect) = rewritten.effects.iter().find(|effect| !effect.decided) {
                let shown = view::effect_view(effect, &old, &request.scheme);
                return Err(Problem::new(Code::Invalid, "problem-scheme-in-use")
                    .with("title", shown.title)
                    .count("articles", shown.articles));
            }
            let mut scheme = rewritten.scheme;
            scheme.version = old.version.saturating_add(1);
            let stored = edits.current_scheme()?;
            edits.update_scheme(&StoredScheme {
                uid: scheme.uid.clone(),
                version: scheme.version,
                json: written(&scheme)?,
                ..stored
            })?;
            Ok(said(scheme.version, &rewritten.effects))
        });
        edited?
    };
    let scheme = open.scheme_if_changed(&changes)?;
    // Spans of many articles may have changed: nothing in memory holds.
    open.article = None;
    Ok(Edited {
        document: request.document.unwrap_or(DocumentId::UNSTORED),
        patch: Patch::default(),
        current: None,
        active: None,
        caret: None,
        message: said,
        history: open.history()?,
        rows: Vec::new(),
        list: Some(view::article_list(open)?),
        removed_rows: Vec::new(),
        next: None,
        scheme,
    })
}

/// Asks for a place and writes a draft there; `None` when the person cancels.
pub fn export_scheme(app: &mut App, request: DraftScheme) -> Result<Option<Message>, Problem> {
    refuse_faulty(&request.scheme)?;
    let suggested = suggested(&app.opened()?.project);
    let Some(path) = app.dialogs.export(&suggested, EXTENSION) else {
        return Ok(None);
    };
    write_whole(&path, written(&request.scheme)?.as_bytes())?;
    let path = path.display().to_string();
    Ok(Some(message("said-scheme-exported").with("path", path)))
}

/// Asks for a scheme file and answers it as a draft; `None` when the person
/// cancels.
pub fn import_scheme(app: &mut App, _: Nothing) -> Result<Option<Scheme>, Problem> {
    let folder = app.home.documents.clone();
    let chosen = app.dialogs.import(&folder, EXTENSION);
    match chosen.and_then(|paths| paths.into_iter().next()) {
        Some(path) => read_scheme_file(&path).map(Some),
        None => Ok(None),
    }
}

fn suggested(project: &Project) -> std::path::PathBuf {
    project.path().with_extension(format!("scheme.{EXTENSION}"))
}

fn written(scheme: &Scheme) -> Result<String, Problem> {
    serde_json::to_string_pretty(scheme).map_err(Problem::internal)
}

fn decisions(request: &ChangeScheme) -> Decisions {
    let decisions = request.decisions.iter();
    decisions
        .map(|decision| (decision.part.clone(), decision.instead.clone()))
        .collect()
}

fn refuse_faulty(scheme: &Scheme) -> Result<(), Problem> {
    let Some(fault) = scheme.faults().into_iter().find(Fault::refuses) else {
        return Ok(());
    };
    let said = view::fault_message(&fault);
    Err(Problem {
        arguments: said.arguments,
        ..Problem::new(Code::Invalid, &said.key)
    })
}

fn said(version: u32, effects: &[Effect]) -> Message {
    let sum = |count: fn(&Effect) -> u32| -> u32 {
        let replaced = effects.iter().filter(|effect| effect.instead.is_some());
        replaced.fold(0, |sum, effect| sum.saturating_add(count(effect)))
    };
    message("said-scheme")
        .count("version", version)
        .count(
            "changed",
            sum(|effect| {
                effect
                    .spans
                    .saturating_add(effect.links)
                    .saturating_add(effect.values)
            }),
        )
        .count(
            "lost",
            sum(|effect| effect.lost_values.saturating_add(effect.lost_links)),
        )
}
