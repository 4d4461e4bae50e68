//! Files on offer through the window: looked at, chosen from, added.

mod given;
mod report;
mod show;

pub use given::is_project;
pub use report::{files_report, save_report};
pub use show::{offer, offered_file};

use crate::app::{App, OpenProject};
use crate::article_files::AddFiles;
use crate::commands::project::make_untitled;
use crate::commands::request::{
    AskOffer, ChooseArticleFiles, Nothing, ReadOfferedAs, TakeOfferedColumn, WantOffered,
};
use crate::jobs::Sliced;
use crate::offer::Offer;
use crate::problem::{Code, Problem};
use crate::transfer::counted;
use crate::view::{self, message};
use crate::wire::{JobView, OfferView, TransferReport, WorkUnit};
use postil_formats::article::{Field, KINDS};
use std::path::PathBuf;

/// As many rows are answered at once.
const ROWS: u32 = 200;

/// Asks for files, or a folder of them, and puts them on offer.
pub fn choose_article_files(
    app: &mut App,
    request: ChooseArticleFiles,
) -> Result<Option<OfferView>, Problem> {
    let folder = app.home.documents.clone();
    let paths = if request.folder {
        app.dialogs.article_folder(&folder).map(|path| vec![path])
    } else {
        let extensions: Vec<&[&str]> = KINDS.iter().map(|kind| kind.extensions).collect();
        app.dialogs.article_files(&folder, &extensions)
    };
    let Some(paths) = paths else {
        return Ok(None);
    };
    app.put_on_offer(paths);
    let asked = AskOffer {
        first: 0,
        count: ROWS,
    };
    offer(app, asked)
}

impl App {
    /// Puts files and folders on offer, beside those that are there.
    pub fn put_on_offer(&mut self, paths: Vec<PathBuf>) {
        match &self.offer {
            Some(offer) => offer.add(paths),
            None => self.offer = Some(Offer::of(paths, self.jobs.tell_of_offer())),
        }
    }

    fn on_offer(&self) -> Result<&Offer, Problem> {
        let none = || Problem::new(Code::NotFound, "problem-no-offer");
        self.offer.as_ref().ok_or_else(none)
    }
}

/// Says whether files on offer are to be added.
pub fn want_offered(app: &mut App, request: WantOffered) -> Result<(), Problem> {
    let offer = app.on_offer()?;
    match request.file {
        Some(file) => offer.want([place(file)], request.wanted),
        None => offer.want(offer.all(), request.wanted),
    }
    Ok(())
}

/// Reads a file on offer as another encoding.
pub fn read_offered_as(app: &mut App, request: ReadOfferedAs) -> Result<(), Problem> {
    app.on_offer()?
        .read_as(place(request.file), request.encoding);
    Ok(())
}

/// Gives a column of a table on offer another meaning.
pub fn take_offered_column(app: &mut App, request: TakeOfferedColumn) -> Result<(), Problem> {
    let field = match &request.field {
        None => None,
        Some(id) => {
            let unknown = || Problem::internal(format!("no field {id}"));
            Some(Field::by_id(id).ok_or_else(unknown)?)
        }
    };
    app.on_offer()?
        .take_column(place(request.file), place(request.column), field);
    Ok(())
}

/// Begins to add the files that are wanted.
pub fn add_offered(app: &mut App, _: Nothing) -> Result<JobView, Problem> {
    app.jobs.require_none()?;
    let offer = app.on_offer()?;
    if offer.is_reading() {
        return Err(Problem::new(Code::Invalid, "problem-offer-reading"));
    }
    let files = offer.to_add();
    if files.is_empty() {
        return Err(Problem::new(Code::Invalid, "problem-nothing-wanted"));
    }
    if app.open.is_none() {
        make_untitled(app)?;
    }
    let now = app.environment.now();
    let none = || Problem::new(Code::NotFound, "problem-no-project");
    let open = app.open.as_mut().ok_or_else(none)?;
    app.jobs
        .begin_slices("job-add-files", WorkUnit::Files, |progress| {
            let adding = AddFiles::begin(&mut open.project, files, now, progress)?;
            Ok(Box::new(adding))
        })
}

/// Leaves the files on offer where they are.
pub fn leave_offer(app: &mut App, _: Nothing) -> Result<(), Problem> {
    app.offer = None;
    Ok(())
}

impl Sliced for AddFiles {
    fn slice(
        &mut self,
        open: &mut OpenProject,
        enough: &dyn Fn() -> bool,
    ) -> Result<bool, Problem> {
        Self::slice(self, &mut open.project, enough)
    }

    fn finish(&mut self, open: &mut OpenProject) -> Result<TransferReport, Problem> {
        let files = Self::finish(self, &mut open.project)?;
        let articles = counted(files.iter().map(|file| file.added.len()).sum());
        let without = files.iter().filter(|file| file.added.is_empty()).count();
        let said = message("said-files-added")
            .count("articles", articles)
            .count("files", counted(files.len()))
            .count("without", counted(without));
        open.added_files = Some(files);
        Ok(TransferReport {
            files: Vec::new(),
            articles,
            spans: 0,
            links: 0,
            notes: Vec::new(),
            message: said,
            documents: Some(view::article_list(open)?),
            history: Some(open.history()?),
        })
    }
}

fn place(number: u32) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}
