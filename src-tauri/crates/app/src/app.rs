//! The program behind the window: settings, one project, one article.

use crate::article_files::AddedFile;
use crate::backups::Backups;
use crate::clipboard::Clipboard;
use crate::commands::{ExportAsked, ImportAsked, LibraryAsked};
use crate::environment::{Dialogs, Environment, Home};
use crate::jobs::Jobs;
use crate::offer::Offer;
use crate::open_article::OpenArticle;
use crate::problem::{Code, Problem};
use crate::session::Session;
use crate::settings::{Person, Settings};
use crate::transfer::{Look, Survey};
use crate::view;
use crate::wire::{ArticleList, DocumentRow, Edited, HistoryView, Message, SchemeView};
use postil_core::change::{Change, Row};
use postil_core::id::{DocumentId, SpanId};
use postil_core::layer::Annotator;
use postil_core::scheme::Scheme;
use postil_core::text::Utf16;
use postil_store::{Access, ClaimTable, Library, LikenessIndex, Project, StepSummary};
use std::path::{Path, PathBuf};

/// The step by which an annotator joins a project.
const JOIN: &str = "step-join";
/// From how many changed rows on the whole list is sent.
const MANY_ROWS: usize = 40;
/// The step that fills the demo project.
pub const DEMO: &str = "step-demo";

/// Whether a step is the ground that a project stands on, which undo does not
/// take away: layers need their annotator, and a demo without articles is
/// none.
#[must_use]
pub fn stays(step: &str) -> bool {
    [JOIN, DEMO].contains(&step)
}

/// Everything a window stands on. One thread owns it; see `worker`.
pub struct App {
    /// Folders.
    pub home: Home,
    /// Clock and uids.
    pub environment: Box<dyn Environment>,
    /// Questions to the person.
    pub dialogs: Box<dyn Dialogs>,
    /// Settings.
    pub settings: Settings,
    /// The open project.
    pub open: Option<OpenProject>,
    /// Work that takes longer than a command may.
    pub jobs: Jobs,
    /// The system's clipboard, where more can be read of it than the window is
    /// given.
    pub clipboard: Option<Box<dyn Clipboard>>,
    /// Files that a person looks at before their articles come in.
    pub offer: Option<Offer>,
    /// What went wrong before the window could show it.
    pub start_problem: Option<Problem>,
    /// The project that was asked for before the person had a name.
    pub waiting: Option<PathBuf>,
    /// The window shows something.
    pub painted: bool,
    /// A file to make when the window first shows something.
    pub ready_file: Option<PathBuf>,
}

/// An open project with what is kept of it in memory.
pub struct OpenProject {
    /// The file.
    pub project: Project,
    /// Its scheme, read.
    pub scheme: Scheme,
    /// Whose layers are shown.
    pub annotator: Annotator,
    /// The article on screen.
    pub article: Option<OpenArticle>,
    /// The table of claims, once it was looked at.
    pub claims: Option<ClaimTable>,
    /// The library, once it was asked for.
    pub library: Option<Library>,
    /// How the articles are listed on screen.
    pub listed: LibraryAsked,
    /// The near duplicates, once they were asked for.
    pub likeness: Option<LikenessIndex>,
    /// What became of the files that were added last, until it is asked for.
    pub added_files: Option<Vec<AddedFile>>,
    /// The export that was looked at last.
    pub export_survey: Option<(ExportAsked, Survey)>,
    /// The import that was looked at last.
    pub import_look: Option<(ImportAsked, Look)>,
    /// When it was backed up.
    pub backups: Backups,
}

/// What an edit tells the window beside the rows that changed.
pub struct Outcome {
    /// What to say.
    pub message: Message,
    /// The current span now.
    pub current: Option<SpanId>,
    /// The active claim now.
    pub active: Option<SpanId>,
    /// Where the caret goes.
    pub caret: Option<Utf16>,
}

/// What an edit did to the list of articles.
pub struct Listed {
    /// Rows that changed.
    pub rows: Vec<DocumentRow>,
    /// The whole list instead, where they are many.
    pub list: Option<ArticleList>,
}

impl App {
    /// A program with nothing open.
    #[must_use]
    pub fn new(home: Home, environment: Box<dyn Environment>, dialogs: Box<dyn Dialogs>) -> Self {
        let settings = Settings::load(&home);
        Self {
            home,
            environment,
            dialogs,
            settings,
            open: None,
            jobs: Jobs::default(),
            clipboard: None,
            offer: None,
            start_problem: None,
            waiting: None,
            painted: false,
            ready_file: None,
        }
    }

    /// Opens what the command line asks for. What goes wrong is shown in the
    /// window. The demo needs no first start: its annotator is called so.
    pub fn begin(&mut self, demo: bool, project: Option<&Path>) {
        if demo && self.settings.annotator.is_none() {
            self.settings.annotator = Some(Person {
                uid: self.environment.uid(),
                name: "Demo".to_owned(),
            });
        }
        let project =
            project.map(|path| std::path::absolute(path).unwrap_or_else(|_| path.to_path_buf()));
        let opened = match project {
            Some(path) if self.settings.annotator.is_some() => self.open_path(&path),
            Some(path) => {
                self.waiting = Some(path);
                Ok(())
            }
            None if demo => crate::commands::take_up_demo(self),
            // Without arguments the last project is there again.
            None if self.settings.annotator.is_some() => {
                match self.settings.recent.first().cloned() {
                    Some(path) if path.exists() => self.open_path(&path),
                    _ => Ok(()),
                }
            }
            _ => Ok(()),
        };
        self.start_problem = opened.err();
        if let Some(problem) = &self.start_problem {
            crate::log::record(&self.home, self.environment.now(), "begin", problem);
        }
    }

    /// Keeps the settings; a folder that can't be written is said, because
    /// the annotator's name would be asked for again.
    pub fn save_settings(&self) -> Result<(), Problem> {
        self.settings.save(&self.home).map_err(|error| {
            Problem::new(Code::ReadOnly, "problem-settings-not-kept")
                .with("path", self.home.settings.display().to_string())
                .cause(error)
        })
    }

    /// The person at this computer, or a refusal before the name is known.
    pub fn person(&self) -> Result<Person, Problem> {
        self.settings
            .annotator
            .clone()
            .ok_or_else(|| Problem::new(Code::Invalid, "problem-no-annotator"))
    }

    /// The open project, or a refusal.
    pub fn opened(&mut self) -> Result<&mut OpenProject, Problem> {
        self.open
            .as_mut()
            .ok_or_else(|| Problem::new(Code::NotFound, "problem-no-project"))
    }

    /// Opens a project file in place of the one that is open.
    pub fn open_path(&mut self, path: &Path) -> Result<(), Problem> {
        let person = self.person()?;
        // The same file again needs no second lock.
        if self
            .open
            .as_ref()
            .is_some_and(|open| open.project.path() == path)
        {
            return Ok(());
        }
        self.jobs.require_free_project()?;
        let project = match Project::open(path, Access::Write) {
            Err(postil_store::StoreError::ReadOnly) => Project::open(path, Access::Read),
            other => other,
        }
        .map_err(|error| view::problem_with_file(error, path))?;
        self.take_up(project, &person)?;
        let path = path.to_path_buf();
        self.settings.remember(&path);
        self.save_settings()
    }

    /// Makes a project file with the built-in scheme and opens it.
    pub fn create_path(&mut self, path: &Path) -> Result<(), Problem> {
        self.create_with(path, postil_core::scheme::DEFAULT)
    }

    /// Makes a project file with a scheme (the text of its file) and opens it.
    pub fn create_with(&mut self, path: &Path, scheme: &str) -> Result<(), Problem> {
        let person = self.person()?;
        self.jobs.require_free_project()?;
        if let Some(folder) = path.parent() {
            std::fs::create_dir_all(folder).map_err(|error| {
                Problem::new(Code::ReadOnly, "problem-folder")
                    .with("path", folder.display().to_string())
                    .cause(error)
            })?;
        }
        let project = Project::create(
            path,
            self.environment.now(),
            || self.environment.random(),
            scheme,
        )
        .map_err(|error| view::problem_with_file(error, path))?;
        self.take_up(project, &person)?;
        self.settings.remember(path);
        self.save_settings()
    }

    /// The annotator takes up the layers of their name on this computer, or
    /// joins the project.
    fn take_up(&mut self, mut project: Project, person: &Person) -> Result<(), Problem> {
        let installation = match self.settings.installation {
            Some(known) => known,
            None => *self.settings.installation.insert(self.environment.uid()),
        };
        project.set_installation(installation);
        let scheme = scheme_of(&project)?;
        let known = project
            .annotators()?
            .into_iter()
            .find(|annotator| annotator.uid == person.uid);
        let annotator = match known {
            Some(annotator) => annotator,
            None if project.is_read_only() => Annotator {
                id: postil_core::id::AnnotatorId::UNSTORED,
                uid: person.uid,
                name: person.name.clone(),
            },
            None => {
                let mut annotator = Annotator {
                    id: postil_core::id::AnnotatorId::UNSTORED,
                    uid: person.uid,
                    name: person.name.clone(),
                };
                let now = self.environment.now();
                let joined = project.edit(JOIN, None, now, |edits| {
                    edits.insert_annotator(annotator.clone())
                });
                annotator.id = joined?.0;
                annotator
            }
        };
        let listed = self.settings.lists.get(&project.uid());
        self.open = Some(OpenProject {
            listed: listed.cloned().unwrap_or_default(),
            project,
            scheme,
            annotator,
            article: None,
            claims: None,
            library: None,
            likeness: None,
            added_files: None,
            export_survey: None,
            import_look: None,
            backups: Backups::default(),
        });
        if let Some(offer) = &mut self.offer {
            offer.forget_project();
        }
        // At the start what the person waits for comes first.
        if self.painted {
            self.back_up_if_due();
        }
        Ok(())
    }

    /// Begins a backup of the open project where one is due.
    pub fn back_up_if_due(&mut self) {
        let now = self.environment.now();
        if let Some(open) = self
            .open
            .as_mut()
            .filter(|open| !open.project.is_read_only())
            && open.backups.due(now)
        {
            open.backups.begin(&self.home, &open.project, now);
        }
    }

    /// Runs one edit of an article: all of it is kept, or none.
    pub fn edit(
        &mut self,
        step: &str,
        document: DocumentId,
        work: impl FnOnce(&mut Session<'_, '_>) -> Result<Outcome, Problem>,
    ) -> Result<Edited, Problem> {
        let now = self.environment.now();
        let environment = &mut *self.environment;
        let open = self
            .open
            .as_mut()
            .ok_or_else(|| Problem::new(Code::NotFound, "problem-no-project"))?;
        crate::commands::require_newest(open, document)?;
        // Taken out, so that a failed edit leaves no half-changed memory.
        let mut article = open.take_article(document)?;
        let (scheme, annotator) = (&open.scheme, open.annotator.id);
        let edited = open.project.edit(step, Some(document), now, |edits| {
            work(&mut Session {
                edits,
                article: &mut article,
                scheme,
                annotator,
                environment,
            })
        });
        let (outcome, changes) = edited?;
        let patch = view::patch(&article, &open.project, &changes)?;
        open.article = Some(article);
        let Listed { rows, list } = open.rows_of(&changes)?;
        let edited = Edited {
            document,
            patch,
            current: outcome.current,
            active: outcome.active,
            caret: outcome.caret,
            message: outcome.message,
            history: open.history()?,
            rows,
            list,
            removed_rows: Vec::new(),
            next: None,
            scheme: open.scheme_if_changed(&changes)?,
        };
        self.back_up_if_due();
        Ok(edited)
    }
}

fn scheme_of(project: &Project) -> Result<Scheme, Problem> {
    Scheme::parse(&project.scheme()?.json)
        .map_err(|error| Problem::new(Code::FileDamaged, "problem-scheme").cause(error))
}

impl OpenProject {
    /// Reads the scheme again, after something may have replaced it.
    pub fn read_scheme(&mut self) -> Result<(), Problem> {
        self.scheme = scheme_of(&self.project)?;
        Ok(())
    }

    /// The scheme as the window needs it, read again if it is among the
    /// changes.
    pub fn scheme_if_changed(&mut self, changes: &[Change]) -> Result<Option<SchemeView>, Problem> {
        let is_scheme = |change: &Change| {
            let row = change.after.as_ref().or(change.before.as_ref());
            matches!(row, Some(Row::Scheme(_)))
        };
        if !changes.iter().any(is_scheme) {
            return Ok(None);
        }
        self.read_scheme()?;
        Ok(Some(view::scheme_view(&self.scheme)))
    }

    /// The article, from memory or from the project.
    pub fn article(&mut self, document: DocumentId) -> Result<&mut OpenArticle, Problem> {
        let article = self.take_article(document)?;
        Ok(self.article.insert(article))
    }

    fn take_article(&mut self, document: DocumentId) -> Result<OpenArticle, Problem> {
        match self.article.take() {
            Some(article) if article.document == document => Ok(article),
            _ => OpenArticle::load(&self.project, document, self.annotator.id),
        }
    }

    /// What undo and redo would do.
    pub fn history(&self) -> Result<HistoryView, Problem> {
        let shown =
            |step: Option<StepSummary>| step.map(|step| step.step).filter(|step| !stays(step));
        Ok(HistoryView {
            undo: shown(self.project.next_undo()?),
            redo: shown(self.project.next_redo()?),
        })
    }

    /// The rows of the article list that the changes touch; the whole list
    /// where they are many.
    pub fn rows_of(&mut self, changes: &[Change]) -> Result<Listed, Problem> {
        let mut documents: Vec<DocumentId> = changes
            .iter()
            .filter_map(|change| view::document_of(self, change))
            .collect();
        documents.sort_unstable();
        documents.dedup();
        if documents.len() > MANY_ROWS {
            return Ok(Listed {
                rows: Vec::new(),
                list: Some(view::article_list(self)?),
            });
        }
        let mut rows = Vec::with_capacity(documents.len());
        for document in documents {
            rows.extend(view::document_row(self, document)?);
        }
        Ok(Listed { rows, list: None })
    }
}
