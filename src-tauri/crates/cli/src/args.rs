//! What can be asked for.

mod choice;
mod examples;
mod formats;

pub use choice::{Choose, FlagName, Split, Spread, Status};

use clap::{Args, Parser, Subcommand};
use clap_complete::Shell;
use postil_formats::article::{Field, KINDS, Kind};
use postil_formats::{FORMATS, Format};
use std::path::PathBuf;

/// Mark who claims what, and where, in news articles.
#[derive(Debug, Parser)]
#[command(
    name = "postil",
    version,
    after_help = examples::POSTIL
)]
pub struct Postil {
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Make a project file
    #[command(after_help = examples::NEW)]
    New(New),
    /// Add the articles of files and folders
    #[command(after_help = examples::ADD)]
    Add(Add),
    /// List the articles
    #[command(after_help = examples::LIST)]
    List(List),
    /// Show an article and its claims
    #[command(after_help = examples::SHOW)]
    Show(Show),
    /// Write articles and annotations to files
    #[command(after_help = formats::export())]
    Export(Box<Export>),
    /// Read articles and annotations from files
    #[command(after_help = formats::import())]
    Import(Box<Import>),
    /// Put the texts into an export that was made without them
    #[command(after_help = examples::REJOIN)]
    Rejoin(Rejoin),
    /// Check that a project is whole
    #[command(after_help = examples::CHECK)]
    Check(Check),
    /// Name the language of each paragraph of a text file
    #[command(after_help = examples::LANGUAGE)]
    Language(Language),
    /// Write what completes this command's words in a shell
    #[command(after_help = examples::COMPLETIONS)]
    Completions(Completions),
    /// Write the manual pages
    #[command(after_help = examples::MAN)]
    Man(Man),
}

#[derive(Debug, Args)]
pub struct New {
    /// The project file to make
    pub project: PathBuf,
    /// A scheme file, instead of the built-in scheme
    #[arg(long, value_name = "FILE")]
    pub scheme: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub struct Add {
    /// The project file
    pub project: PathBuf,
    /// Files of any kind that Postil reads, and folders of them; `-` for standard input
    #[arg(required = true, value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// What standard input holds [default: found out, else text]
    #[arg(long, value_name = "KIND", value_parser = kind)]
    pub kind: Option<Kind>,
    /// The encoding of texts, as in `windows-1251` [default: found out]
    #[arg(long, value_name = "NAME")]
    pub encoding: Option<String>,
    /// The column of tables that holds the texts, by name or number [default: found out]
    #[arg(long, value_name = "COLUMN")]
    pub text_column: Option<String>,
    /// The column for title, outlet, author, published, url or language, as in
    /// `author=Writer`; `author=` for none [default: found out]
    #[arg(long = "column", value_name = "FIELD=COLUMN", value_parser = column)]
    pub columns: Vec<(Field, String)>,
    /// Report as JSON
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
pub struct List {
    /// The project file
    pub project: PathBuf,
    /// Write the articles as Postil JSONL
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
pub struct Show {
    /// The project file
    pub project: PathBuf,
    /// Uid, number in the list, or the start of a title that only one article has
    pub article: String,
    /// Write the article as a line of Postil JSONL
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
pub struct Export {
    /// The project file
    pub project: PathBuf,
    /// One of those below; jsonl holds everything, csv is a table of claims
    #[arg(long, value_parser = format)]
    pub format: &'static Format,
    /// A choice that the format offers; may be given several times
    #[arg(long = "option", value_name = "NAME=VALUE", value_parser = option)]
    pub options: Vec<(String, String)>,
    /// The file to write, or the folder to fill; `-` for standard output
    #[arg(long, value_name = "PATH")]
    pub out: PathBuf,
    /// Only the layers of this annotator; gold ones too, unless --all or --status is given
    #[arg(long, value_name = "NAME")]
    pub annotator: Option<String>,
    /// Also articles that are not done and have no gold layer [default: only those that are or have]
    #[arg(long)]
    pub all: bool,
    /// Report as JSON
    #[arg(long)]
    pub json: bool,
    #[command(flatten)]
    pub choose: Choose,
    #[command(flatten)]
    pub parts: Split,
}

#[derive(Debug, Args)]
pub struct Import {
    /// The project file
    pub project: PathBuf,
    /// One of those below
    #[arg(long, value_parser = format_in)]
    pub format: Given,
    /// A choice that the format offers; may be given several times
    #[arg(long = "option", value_name = "NAME=VALUE", value_parser = option)]
    pub options: Vec<(String, String)>,
    /// Repair offsets that do not fit the text, where it is clear how
    #[arg(long)]
    pub repair: bool,
    /// A label or link of the files, an attribute as LABEL.ATTRIBUTE or a value as
    /// LABEL.ATTRIBUTE.VALUE, and what it becomes in the scheme; `THEIRS=` leaves it out; may be
    /// given several times
    #[arg(long, value_name = "THEIRS=OURS", value_parser = mapped)]
    pub map: Vec<(String, String)>,
    /// A file with THEIRS=OURS on each line, or with a tab between
    #[arg(long, value_name = "FILE")]
    pub map_file: Option<PathBuf>,
    /// Add labels, links, attributes and values to the scheme that it does not have
    #[arg(long)]
    pub add_labels: bool,
    /// Report as JSON
    #[arg(long)]
    pub json: bool,
    /// Files to read; the scheme and the entities beside them are read too. `-` for standard
    /// input
    #[arg(required = true)]
    pub files: Vec<PathBuf>,
}

/// What an import is given.
#[derive(Clone, Copy, Debug)]
pub enum Given {
    /// Files of a format.
    Format(&'static Format),
    /// Other projects.
    Project,
}

/// What other projects are called among the formats.
const PROJECT: &str = "postil";

impl Given {
    /// What it is called.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Format(format) => format.id,
            Self::Project => PROJECT,
        }
    }
}

#[derive(Debug, Args)]
pub struct Rejoin {
    /// An export made with --without-text; `-` for standard input
    pub file: PathBuf,
    /// Who has the texts: files of UTF-8 text, folders of these, or projects
    #[arg(long = "texts", value_name = "PATH", required = true, num_args = 1..)]
    pub texts: Vec<PathBuf>,
    /// The file to write; `-` for standard output
    #[arg(long, value_name = "FILE")]
    pub out: PathBuf,
    /// Report as JSON
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
pub struct Check {
    /// The project file
    pub project: PathBuf,
    /// Report as JSON
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
pub struct Language {
    /// A file of UTF-8 text, or a .tsv file with the columns article, paragraph, text
    pub file: PathBuf,
    /// Below this confidence, 0 to 1, the answer is `und` [default: 0.8 for text, 0 for .tsv]
    #[arg(long, value_name = "CONFIDENCE", value_parser = confidence)]
    pub threshold: Option<f64>,
}

#[derive(Debug, Args)]
pub struct Completions {
    /// The shell
    pub shell: Shell,
}

#[derive(Debug, Args)]
pub struct Man {
    /// The verb whose page it is [default: the page of postil itself]
    #[arg(conflicts_with = "out")]
    pub verb: Option<String>,
    /// A folder to write the pages of all verbs into
    #[arg(long, value_name = "FOLDER")]
    pub out: Option<PathBuf>,
}

fn column(given: &str) -> Result<(Field, String), String> {
    let (field, column) = given.split_once('=').ok_or("write FIELD=COLUMN")?;
    let field = Field::by_id(field.trim()).ok_or_else(|| {
        let fields = Field::ALL.map(Field::id);
        format!("the fields are {}", fields.join(", "))
    })?;
    Ok((field, column.trim().to_owned()))
}

/// A kind of file by its name.
fn kind(given: &str) -> Result<Kind, String> {
    let found = KINDS.iter().find(|description| description.id == given);
    found.map(|description| description.kind).ok_or_else(|| {
        let ids: Vec<&str> = KINDS.iter().map(|description| description.id).collect();
        format!("the kinds are {}", ids.join(", "))
    })
}

fn confidence(given: &str) -> Result<f64, String> {
    let number: f64 = given.parse().map_err(|_| "not a number".to_owned())?;
    if (0.0..=1.0).contains(&number) {
        Ok(number)
    } else {
        Err("not between 0 and 1".to_owned())
    }
}

/// A format by its name.
fn format(id: &str) -> Result<&'static Format, String> {
    Format::by_id(id)
        .ok_or_else(|| format!("there is no such format; there are {}", known(|_| true)))
}

/// A format that can be read, by its name.
fn format_in(id: &str) -> Result<Given, String> {
    if id == PROJECT {
        return Ok(Given::Project);
    }
    let readable = Format::by_id(id).filter(|format| format.reader.is_some());
    readable.map(Given::Format).ok_or_else(|| {
        let known = known(|format| format.reader.is_some());
        format!("Postil does not read that; it reads {known} and {PROJECT}")
    })
}

fn known(wanted: fn(&Format) -> bool) -> String {
    let wanted = FORMATS.iter().filter(|format| wanted(format));
    let ids: Vec<&str> = wanted.map(|format| format.id).collect();
    ids.join(", ")
}

/// A name of the files and what it becomes, as `THEIRS=OURS`.
fn mapped(given: &str) -> Result<(String, String), String> {
    match given.split_once('=') {
        Some((theirs, ours)) if !theirs.is_empty() => Ok((theirs.to_owned(), ours.to_owned())),
        _ => Err("write THEIRS=OURS".to_owned()),
    }
}

/// An option as `NAME=VALUE`.
fn option(given: &str) -> Result<(String, String), String> {
    match given.split_once('=') {
        Some((id, value)) => Ok((id.to_owned(), value.to_owned())),
        None => Err("write NAME=VALUE".to_owned()),
    }
}
