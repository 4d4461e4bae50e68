//! Which articles and annotations an export takes, and into which parts.

use clap::{Args, ValueEnum};
use postil_app::transfer::is_date;

#[derive(Debug, Args)]
#[command(next_help_heading = "What goes out")]
pub struct Choose {
    /// Only layers of this status, done or not; may be given several times
    #[arg(long, value_name = "STATUS")]
    pub status: Vec<Status>,
    /// Only spans with this label of the scheme; may be given several times
    #[arg(long, value_name = "LABEL")]
    pub label: Vec<String>,
    /// Only articles in this language, such as `en`; may be given several times
    #[arg(long, value_name = "TAG")]
    pub language: Vec<String>,
    /// Only spans with one of these flags
    #[arg(long, value_name = "FLAG")]
    pub with_flag: Vec<FlagName>,
    /// No spans with one of these flags
    #[arg(long, value_name = "FLAG")]
    pub without_flag: Vec<FlagName>,
    /// Only articles published on this day or later: 2026, 2026-01 or 2026-01-14
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub from: Option<String>,
    /// Only articles published on this day or earlier
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub to: Option<String>,
    /// Leave out what is marked where the article is not; its text stays
    #[arg(long)]
    pub without_skipped: bool,
    /// Leave the texts out of Postil JSONL: `postil rejoin` puts them in again
    #[arg(long)]
    pub without_text: bool,
    /// With --without-text: keep quotes of at most this many characters
    #[arg(
        long,
        value_name = "LENGTH",
        default_value_t = 0,
        requires = "without_text"
    )]
    pub quotes: usize,
    /// Name all annotators, who have agreed to it; otherwise they are called A1, A2 and so on
    #[arg(long)]
    pub with_names: bool,
    /// Name this annotator, who has agreed to it; may be given several times
    #[arg(long, value_name = "NAME", conflicts_with = "with_names")]
    pub named: Vec<String>,
}

#[derive(Debug, Args)]
#[command(next_help_heading = "Parts")]
pub struct Split {
    /// Whole articles dealt out by shares, such as train=80,dev=10,test=10: one export each
    #[arg(long, value_name = "NAME=SHARE,…", value_delimiter = ',', value_parser = part)]
    pub split: Vec<(String, u32)>,
    /// Decides by chance; the same seed and articles give the same parts
    #[arg(long, value_name = "TEXT", default_value = "1", requires = "split")]
    pub seed: String,
    /// Spread evenly over the parts; may be given several times
    #[arg(long, value_name = "WHAT", requires = "split")]
    pub stratify: Vec<Spread>,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum Status {
    New,
    Started,
    Done,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
#[value(rename_all = "snake_case")]
pub enum FlagName {
    Unsure,
    Question,
    CutsGrapheme,
    TextChanged,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum Spread {
    Language,
    Label,
}

/// A date as far as it matters.
fn date(given: &str) -> Result<String, String> {
    if is_date(given) {
        Ok(given.to_owned())
    } else {
        Err("write 2026, 2026-01 or 2026-01-14".to_owned())
    }
}

/// A part as `NAME=SHARE`; its name becomes part of a file's.
fn part(given: &str) -> Result<(String, u32), String> {
    let (name, share) = given.split_once('=').ok_or("write NAME=SHARE")?;
    let plain = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    if name.is_empty() || !name.chars().all(plain) {
        return Err("a name has letters, digits, - and _".to_owned());
    }
    match share.parse::<u32>() {
        Ok(share) if share > 0 => Ok((name.to_owned(), share)),
        _ => Err("a share is a whole number above 0".to_owned()),
    }
}
