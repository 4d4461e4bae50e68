//! What can be asked for.

mod choice;

pub use choice::{Choose, FlagName, Split, Spread, Status};

use clap::{Args, Parser, Subcommand};
use postil_formats::article::Field;
use postil_formats::{FORMATS, Format};
use std::path::PathBuf;

/// Mark who claims what, and where, in news articles.
#[derive(Debug, Parser)]
#[command(
    name = "postil",
    version,
    after_help = "Exit codes: 0 done, 1 refused or problems found, 2 wrong usage.\n\
                  list, show, export and check work while the project is open in Postil."
)]
pub struct Postil {
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Make a project file
    New(New),
    /// Add the articles of files and folders
    Add(Add),
    /// List the articles
    List(List),
    /// Show an article and its claims
    Show(Show),
    /// Write articles and annotations to files
    Export(Box<Export>),
    /// Read articles and annotations from files
    Import(Import),
    /// Put the texts into an export that was made without them
    Rejoin(Rejoin),
    /// Check that a project is whole
    Check(Check),
    /// Name the language of each paragraph of a text file
    Language(Language),
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
    /// Files of any kind that Postil reads, and folders of them
    #[arg(required = true, value_name = "PATH")]
    pub paths: Vec<PathBuf>,
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
    /// jsonl holds everything, csv is a table of claims; further formats leave out more or less
    #[arg(long, value_parser = format)]
    pub format: &'static Format,
    /// A choice that the format offers; may be given several times
    #[arg(long = "option", value_name = "NAME=VALUE", value_parser = option)]
    pub options: Vec<(String, String)>,
    /// The file to write, or the folder to fill; `-` for standard output
    #[arg(long, value_name = "PATH")]
    pub out: PathBuf,
    /// Only the layers of this annotator
    #[arg(long, value_name = "NAME")]
    pub annotator: Option<String>,
    /// Only articles that are done, or have a gold layer
    #[arg(long)]
    pub done: bool,
    #[command(flatten)]
    pub choose: Choose,
    #[command(flatten)]
    pub parts: Split,
}

#[derive(Debug, Args)]
pub struct Import {
    /// The project file
    pub project: PathBuf,
    #[arg(long, value_parser = format_in)]
    pub format: &'static Format,
    /// A choice that the format offers; may be given several times
    #[arg(long = "option", value_name = "NAME=VALUE", value_parser = option)]
    pub options: Vec<(String, String)>,
    /// Repair offsets that do not fit the text, where it is clear how
    #[arg(long)]
    pub repair: bool,
    /// Files to read; the scheme and the entities beside them are read too
    #[arg(required = true)]
    pub files: Vec<PathBuf>,
}

#[derive(Debug, Args)]
pub struct Rejoin {
    /// An export made with --without-text
    pub file: PathBuf,
    /// Who has the texts: files of UTF-8 text, folders of these, or projects
    #[arg(long = "texts", value_name = "PATH", required = true, num_args = 1..)]
    pub texts: Vec<PathBuf>,
    /// The file to write
    #[arg(long, value_name = "FILE")]
    pub out: PathBuf,
}

#[derive(Debug, Args)]
pub struct Check {
    /// The project file
    pub project: PathBuf,
}

#[derive(Debug, Args)]
pub struct Language {
    /// A file of UTF-8 text, or a .tsv file with the columns article, paragraph, text
    pub file: PathBuf,
    /// Below this confidence, 0 to 1, the answer is `und` [default: 0.8 for text, 0 for .tsv]
    #[arg(long, value_name = "CONFIDENCE", value_parser = confidence)]
    pub threshold: Option<f64>,
}

fn column(given: &str) -> Result<(Field, String), String> {
    let (field, column) = given.split_once('=').ok_or("write FIELD=COLUMN")?;
    let field = Field::by_id(field.trim()).ok_or_else(|| {
        let fields = Field::ALL.map(Field::id);
        format!("the fields are {}", fields.join(", "))
    })?;
    Ok((field, column.trim().to_owned()))
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
fn format_in(id: &str) -> Result<&'static Format, String> {
    let readable = Format::by_id(id).filter(|format| format.reader.is_some());
    readable.ok_or_else(|| {
        let known = known(|format| format.reader.is_some());
        format!("Postil does not read that; it reads {known}")
    })
}

fn known(wanted: fn(&Format) -> bool) -> String {
    let wanted = FORMATS.iter().filter(|format| wanted(format));
    let ids: Vec<&str> = wanted.map(|format| format.id).collect();
    ids.join(", ")
}

/// An option as `NAME=VALUE`.
fn option(given: &str) -> Result<(String, String), String> {
    match given.split_once('=') {
        Some((id, value)) => Ok((id.to_owned(), value.to_owned())),
        None => Err("write NAME=VALUE".to_owned()),
    }
}
