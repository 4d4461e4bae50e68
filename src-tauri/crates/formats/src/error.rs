//! Why a file was refused, where in it, and what to do.

use crate::repair::Repair;
use postil_core::id::Uid;
use std::io;

/// A refusal of something in a file.
#[derive(Debug, thiserror::Error)]
#[error("{file}, line {line}, column {column}: {fault}")]
pub struct ReadError {
    /// The name given to the reader.
    pub file: String,
    /// From 1.
    pub line: u64,
    /// In characters of the line, from 1.
    pub column: u64,
    /// What is wrong.
    pub fault: Fault,
}

/// What is wrong with a line. The message says what to do.
#[derive(Debug, thiserror::Error)]
#[allow(missing_docs, reason = "the messages say what the fields hold")]
pub enum Fault {
    #[error("the file could not be read ({0}). Check that it is still there, then try again.")]
    Io(#[from] io::Error),
    #[error(
        "the line has more than {limit} bytes. Postil writes one article a line; check that the line ends were kept."
    )]
    LineTooLong { limit: usize },
    #[error("this is not UTF-8. Save the file as UTF-8 and try again.")]
    NotUtf8,
    #[error(
        "brackets are nested more than {limit} deep, which Postil never writes. Use the file as it was exported."
    )]
    TooDeep { limit: usize },
    #[error(
        "this is not what Postil JSONL has here: {0}. Correct the line or export the article again."
    )]
    NotOurs(String),
    #[error(
        "the format is \"{found}\". This version reads \"{known}\"; a newer version of Postil may read the other."
    )]
    OtherFormat { found: String, known: &'static str },
    #[error(
        "the text could not have been stored: {0}. Export the article again instead of changing its text."
    )]
    Text(String),
    #[error(
        "the text does not have the sha256 that the line states (it has {computed}), so it was changed after export. Export the article again."
    )]
    Hash { computed: String },
    #[error(
        "{start}–{end} does not lie in the text, which has {length} code points. Offsets count code points from 0; correct them or export the article again."
    )]
    OutOfRange { start: u32, end: u32, length: u32 },
    #[error("{start}–{end} is empty. Remove it or correct its ends.")]
    EmptyExtent { start: u32, end: u32 },
    #[error("the span has no fragment. Give it one or remove it.")]
    NoFragment,
    #[error(
        "the fragment starts before the one before it has ended, or where that ended. Sort the fragments and join those that touch."
    )]
    FragmentOrder,
    #[error(
        "the text at {start}–{end} is “{found}”, not “{stated}”. Offsets count code points from 0; correct them or export the article again."
    )]
    Quote {
        start: u32,
        end: u32,
        found: String,
        stated: String,
    },
    #[error("the uid {0} is used twice in this article. Give each thing a uid of its own.")]
    RepeatedUid(Uid),
    #[error(
        "there is no {what} with the uid {uid} in this {container}. Add it or correct the uid."
    )]
    Missing {
        what: &'static str,
        container: &'static str,
        uid: Uid,
    },
    #[error("the annotator {uid} has two names, “{first}” and “{second}”. Use one.")]
    TwoNames {
        uid: Uid,
        first: String,
        second: String,
    },
    #[error(
        "a source that is the author or is not given stands beside other sources of the same span. Keep one or the other."
    )]
    SpecialBesideOthers,
    #[error("{0} is no confidence. Write a number from 0 to 1.")]
    Confidence(f64),
    #[error("the {0} is empty. Fill it in.")]
    Empty(&'static str),
    #[error("\"{0}\" is no time. Write it as in 2026-01-14T09:30:00Z.")]
    Time(String),
    #[error("\"{0}\" is no version. Write a whole number.")]
    Version(String),
    #[error("{0} ms of work cannot be: write 0 or more.")]
    ActiveTime(i64),
    #[error("\"{0}\" is said to be set by a rule, but has no value. Remove it from by_rule.")]
    RuleWithoutValue(String),
    #[error(
        "the offsets do not fit the text, but they would if {repair}. Import the file again and let Postil repair them."
    )]
    Misread { repair: Repair },
    #[error(
        "this is not what {format} has here: {reason}. Correct the line or export the file again."
    )]
    NotThis {
        format: &'static str,
        reason: String,
    },
    #[error("the article has more annotations than a project file can hold. Split it.")]
    TooMany,
}

/// Why an article was not written.
#[derive(Debug, thiserror::Error)]
pub enum WriteError {
    /// The disk or pipe refused.
    #[error(transparent)]
    Io(#[from] io::Error),
    /// The bundle names a row that it does not hold: a mistake of the caller.
    #[error("the article {article} names {what} number {id}, which was not given with it")]
    Dangling {
        /// The article.
        article: Uid,
        /// What is missing.
        what: &'static str,
        /// Its row id.
        id: u32,
    },
    /// A confidence that is no number from 0 to 1.
    #[error("the article {article} has a language confidence of {confidence}")]
    Confidence {
        /// The article.
        article: Uid,
        /// The confidence.
        confidence: f64,
    },
    /// A time beyond the year 9999.
    #[error("the article {article} has a time, {milliseconds} ms, that cannot be written")]
    Time {
        /// The article.
        article: Uid,
        /// Unix milliseconds.
        milliseconds: i64,
    },
}
