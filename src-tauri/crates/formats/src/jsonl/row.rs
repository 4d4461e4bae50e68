//! Postil JSONL among the formats.

use super::loss::losses;
use super::register::{read_register, write_register};
use super::write::write_article;
use crate::error::{Fault, ReadError, WriteError};
use crate::files::{Sink, Source, read_whole};
use crate::format::{AgainError, Around, Counts, Format, Place, Reader, Reading, Writer};
use crate::loss::Losses;
use crate::option::Options;
use postil_core::bundle::{Bundle, Register};
use postil_core::scheme::Scheme;
use std::io::BufRead;

/// The end of the file of articles.
const ARTICLES: &str = ".jsonl";

/// The end of the scheme file beside it.
const SCHEME: &str = ".scheme.json";

/// The end of the register of entities beside it.
const ENTITIES: &str = ".entities.jsonl";

/// Postil JSONL.
pub static ROW: Format = Format {
    id: "jsonl",
    title: "Postil JSONL",
    place: Place::Files,
    extensions: &[ARTICLES, SCHEME, ENTITIES],
    also: &[],
    holds: "articles with their text, languages, zones, entities, and every layer of annotations; \
            comes in again unchanged",
    options: &[],
    losses: |bundle, _, _| losses(bundle),
    writer: |_, _| Box::new(Articles::default()),
    again,
    resembles: |sample| sample.has("\"postil/1\""),
    reader: Some(|reading| Box::new(Incoming::new(reading))),
};

#[derive(Default)]
struct Articles {
    line: Vec<u8>,
}

impl Writer for Articles {
    fn write(&mut self, bundle: &Bundle, sink: &mut dyn Sink) -> Result<Counts, WriteError> {
        self.line.clear();
        write_article(&mut self.line, bundle)?;
        sink.append(ARTICLES, &self.line)?;
        Ok(Counts::of(bundle))
    }

    fn finish(&mut self, around: &Around<'_>, sink: &mut dyn Sink) -> Result<Losses, WriteError> {
        // A project without articles is a file too.
        sink.append(ARTICLES, b"")?;
        sink.whole(SCHEME, around.scheme.as_bytes())?;
        self.line.clear();
        write_register(&mut self.line, around.register)?;
        sink.whole(ENTITIES, &self.line)?;
        Ok(Losses::new())
    }
}

fn again(
    source: &dyn Source,
    _: &Scheme,
    _: &Options,
    sink: &mut dyn Sink,
) -> Result<(), AgainError> {
    let mut articles = Articles::default();
    for bundle in super::Reader::back(source.open(ARTICLES)?, ARTICLES.to_owned()) {
        articles.write(&bundle?, sink)?;
    }
    let scheme = read_whole(source, SCHEME)?;
    let (register, _) = read_register(source.open(ENTITIES)?, ENTITIES)?;
    let around = Around {
        scheme: &String::from_utf8_lossy(&scheme),
        register: &register,
    };
    articles.finish(&around, sink)?;
    Ok(())
}

/// The articles of all files given, one file after another.
struct Incoming<'a> {
    source: &'a dyn Source,
    left: std::vec::IntoIter<String>,
    reader: Option<super::Reader<Box<dyn BufRead + 'a>>>,
    losses: Losses,
    beside: Vec<String>,
}

impl<'a> Incoming<'a> {
    fn new(reading: Reading<'a>) -> Self {
        let names = reading.source.names();
        Self {
            source: reading.source,
            beside: names.clone(),
            left: names.into_iter(),
            reader: None,
            losses: Losses::new(),
        }
    }

    /// The files called as those given, with another end, that there are.
    fn with_end(&self, end: &str) -> Vec<String> {
        let named = self.beside.iter().map(|name| {
            let stem = name.strip_suffix(ARTICLES).unwrap_or(name);
            format!("{stem}{end}")
        });
        named
            .filter(|name| !self.beside.contains(name) && self.source.has(name))
            .collect()
    }
}

impl Iterator for Incoming<'_> {
    type Item = Result<Bundle, ReadError>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(reader) = &mut self.reader {
                if let Some(article) = reader.next() {
                    return Some(article);
                }
                self.losses.merge(reader.unknown().clone());
            }
            let name = self.left.next()?;
            match self.source.open(&name) {
                Ok(file) => self.reader = Some(super::Reader::new(file, name)),
                Err(error) => {
                    self.reader = None;
                    return Some(Err(unreadable(name, error)));
                }
            }
        }
    }
}

fn unreadable(file: String, error: std::io::Error) -> ReadError {
    ReadError {
        file,
        line: 1,
        column: 1,
        fault: Fault::Io(error),
    }
}

impl Reader for Incoming<'_> {
    fn losses(&self) -> &Losses {
        &self.losses
    }

    fn schemes(&mut self) -> Result<Vec<(String, String)>, ReadError> {
        let names = self.with_end(SCHEME).into_iter();
        names
            .map(|name| match read_whole(self.source, &name) {
                Ok(bytes) => Ok((name, String::from_utf8_lossy(&bytes).into_owned())),
                Err(error) => Err(unreadable(name, error)),
            })
            .collect()
    }

    fn registers(&mut self) -> Result<Vec<(String, Register)>, ReadError> {
        let mut registers = Vec::new();
        for name in self.with_end(ENTITIES) {
            let file = self.source.open(&name);
            let file = file.map_err(|error| unreadable(name.clone(), error))?;
            let (register, unknown) = read_register(file, &name)?;
            self.losses.merge(unknown);
            registers.push((name, register));
        }
        Ok(registers)
    }
}
