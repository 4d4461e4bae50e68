//! The files of an export or import: one for each article and annotator.

use super::inward::{Given, Import, bundle};
use super::model::{Cas, Types};
use super::project::{States, is_project};
use super::{json, outward, schema, xmi};
use crate::archive::Archive;
use crate::error::{Fault, ReadError, WriteError};
use crate::files::{Sink, read_whole};
use crate::format::{Around, Counts, Reader, Reading, Writer};
use crate::line::{at_start, list, of_bundle, text};
use crate::loss::Losses;
use postil_core::bundle::Bundle;
use postil_core::scheme::Scheme;
use std::collections::{BTreeSet, HashMap};
use std::io;

/// The folders of INCEpTION's own export.
const ANNOTATION: &str = "annotation";
const CURATION: &str = "curation";

/// What INCEpTION calls the article without annotations.
const BARE: &str = "INITIAL_CAS";

/// How a format writes a CAS.
pub(super) struct Shape {
    /// Without its dot.
    pub extension: &'static str,
    pub write: fn(&Cas) -> Vec<u8>,
    /// How it writes the types that all files share, if beside them.
    pub types: Option<fn(&Types) -> Vec<u8>>,
}

pub(super) fn writer(shape: &'static Shape, scheme: &Scheme) -> Box<dyn Writer> {
    Box::new(Outgoing {
        shape,
        types: schema::types(scheme),
        articles: 0,
    })
}

struct Outgoing {
    shape: &'static Shape,
    /// Those of the scheme, and what the articles so far had beyond it.
    types: Types,
    articles: usize,
}

impl Writer for Outgoing {
    fn write(&mut self, bundle: &Bundle, sink: &mut dyn Sink) -> Result<Counts, WriteError> {
        self.articles += 1;
        let line = of_bundle(bundle)?;
        let layers = list(&line, "layers");
        let mut taken = BTreeSet::new();
        let mut put = |name: &str, cas: Cas, types: &mut Types| {
            types.extend(cas.types.clone());
            let name = unused(file_name(name), &mut taken);
            let path = format!(
                "{ANNOTATION}/{:06}/{name}.{}",
                self.articles, self.shape.extension
            );
            sink.whole(&path, &(self.shape.write)(&cas))
        };
        if layers.is_empty() {
            put(
                BARE,
                outward::cas(&line, None, &self.types),
                &mut self.types,
            )?;
        }
        for layer in layers {
            let whose = layer.get("annotator").map_or("", |one| text(one, "name"));
            let cas = outward::cas(&line, Some(layer), &self.types);
            put(whose, cas, &mut self.types)?;
        }
        Ok(Counts::of(bundle))
    }

    fn finish(&mut self, _: &Around<'_>, sink: &mut dyn Sink) -> Result<Losses, WriteError> {
        if let Some(write) = self.shape.types {
            sink.whole(xmi::TYPES, &write(&self.types))?;
        }
        Ok(Losses::new())
    }
}

/// A name that every file system takes.
fn file_name(name: &str) -> String {
    let kept: String = name
        .chars()
        .take(60)
        .map(|character| match character {
            letter if letter.is_alphanumeric() => letter,
            '-' | '_' => character,
            _ => '_',
        })
        .collect();
    if kept.is_empty() {
        "_".to_owned()
    } else {
        kept
    }
}

fn unused(name: String, taken: &mut BTreeSet<String>) -> String {
    let mut numbered = name.clone();
    let mut number = 1;
    // Some file systems do not tell capitals from small letters.
    while !taken.insert(numbered.to_lowercase()) {
        number += 1;
        numbered = format!("{name}-{number}");
    }
    numbered
}

pub(super) fn reader<'a>(shape: &'static Shape, reading: Reading<'a>) -> Box<dyn Reader + 'a> {
    Box::new(Incoming {
        shape,
        reading,
        left: None,
        zips: HashMap::new(),
        states: HashMap::new(),
        ahead: None,
        losses: Losses::new(),
    })
}

/// A file, perhaps in a zip.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Entry {
    /// What its files have in common: the folder without `annotation`.
    article: String,
    curated: bool,
    name: String,
    zip: Option<String>,
}

struct Incoming<'a> {
    shape: &'static Shape,
    reading: Reading<'a>,
    left: Option<std::vec::IntoIter<Entry>>,
    zips: HashMap<String, Archive>,
    /// How far everybody is, by zip.
    states: HashMap<String, States>,
    /// A file that was read and is of the next article.
    ahead: Option<(Entry, Given)>,
    losses: Losses,
}

impl Incoming<'_> {
    fn entries(&mut self) -> Result<Vec<Entry>, ReadError> {
        let mut entries = Vec::new();
        for name in self.reading.source.names() {
            if !name.to_lowercase().ends_with(".zip") {
                entries.extend(entry(&name, None, self.shape.extension, false));
                continue;
            }
            let file = self.reading.source.open(&name);
            let file = file.map_err(|error| at_start(&name, error.into()))?;
            let mut zip = Archive::open(file).map_err(|fault| at_start(&name, fault))?;
            let inside = zip.names();
            if let Some(said) = inside.iter().find(|one| is_project(one)) {
                let said = zip.read(said).map_err(|fault| at_start(&name, fault))?;
                self.states.insert(name.clone(), States::read(&said));
            }
            let project = inside.iter().any(|one| root(one).is_some());
            let inside = inside
                .iter()
                .filter_map(|one| entry(one, Some(&name), self.shape.extension, project));
            entries.extend(inside);
            self.zips.insert(name, zip);
        }
        entries.sort();
        Ok(entries)
    }

    fn given(&mut self, entry: &Entry) -> Result<Given, ReadError> {
        let cas = self
            .cas(entry)
            .map_err(|fault| at_start(&entry.name, fault))?;
        let annotator = stem(&entry.name).to_owned();
        let states = entry.zip.as_ref().and_then(|zip| self.states.get(zip));
        let article = entry.article.rsplit(['/', '\\']).next();
        let status = match states {
            Some(states) => states.of(article.unwrap_or_default(), &annotator, entry.curated),
            None => "done",
        };
        Ok(Given {
            status,
            file: entry.name.clone(),
            bare: annotator == BARE,
            annotator,
            curated: entry.curated,
            cas,
        })
    }

    fn cas(&mut self, entry: &Entry) -> Result<Cas, Fault> {
        let bytes = self.bytes(entry)?;
        if entry.name.ends_with(".zip") {
            let mut inner = Archive::open(bytes.as_slice())?;
            let names = inner.names();
            let found = names
                .iter()
                .find(|name| has_end(name, self.shape.extension));
            let Some(found) = found else {
                return Err(io::Error::from(io::ErrorKind::NotFound).into());
            };
            let types = match inner.names().iter().find(|name| is_types(name)) {
                Some(name) => xmi::read_types(&inner.read(name)?)?,
                None => Types::new(),
            };
            return self.parse(&inner.read(found)?, &types);
        }
        let types = self.types_beside(entry)?;
        self.parse(&bytes, &types)
    }

    fn parse(&self, bytes: &[u8], types: &Types) -> Result<Cas, Fault> {
        if self.shape.types.is_some() {
            xmi::read(bytes, types)
        } else {
            json::read(bytes)
        }
    }

    fn bytes(&mut self, entry: &Entry) -> Result<Vec<u8>, Fault> {
        match &entry.zip {
            None => Ok(read_whole(self.reading.source, &entry.name)?),
            Some(zip) => match self.zips.get_mut(zip) {
                Some(zip) => zip.read(&entry.name),
                None => Err(io::Error::from(io::ErrorKind::NotFound).into()),
            },
        }
    }

    /// The types in the nearest folder above.
    fn types_beside(&mut self, entry: &Entry) -> Result<Types, Fault> {
        if self.shape.types.is_none() {
            return Ok(Types::new());
        }
        let mut folder = entry.name.as_str();
        loop {
            let above = folder.rsplit_once(['/', '\\']).map(|(above, _)| above);
            let path = match above {
                Some(above) => format!("{above}/{}", xmi::TYPES),
                None => xmi::TYPES.to_owned(),
            };
            let there = match &entry.zip {
                None => self.reading.source.has(&path),
                Some(zip) => self
                    .zips
                    .get(zip)
                    .is_some_and(|zip| zip.names().contains(&path)),
            };
            if there {
                let file = Entry {
                    name: path,
                    ..entry.clone()
                };
                return xmi::read_types(&self.bytes(&file)?);
            }
            match above {
                Some(above) => folder = above,
                None => return Ok(Types::new()),
            }
        }
    }

    /// The next file: one that was read ahead, or a new one.
    fn next_file(&mut self) -> Option<Result<(Entry, Given), ReadError>> {
        if let Some(ahead) = self.ahead.take() {
            return Some(Ok(ahead));
        }
        let entry = self.left.as_mut()?.next()?;
        Some(self.given(&entry).map(|given| (entry, given)))
    }
}

impl Iterator for Incoming<'_> {
    type Item = Result<Bundle, ReadError>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.left.is_none() {
            match self.entries() {
                Ok(entries) => self.left = Some(entries.into_iter()),
                Err(refused) => {
                    self.left = Some(Vec::new().into_iter());
                    return Some(Err(refused));
                }
            }
        }
        let (entry, first) = match self.next_file()? {
            Ok(file) => file,
            Err(refused) => return Some(Err(refused)),
        };
        let mut given = vec![first];
        loop {
            let next = match self.next_file() {
                None => break,
                Some(Ok(next)) => next,
                Some(Err(refused)) => return Some(Err(refused)),
            };
            let same = next.0.article == entry.article
                && given
                    .first()
                    .is_some_and(|first| first.cas.text == next.1.cas.text);
            if !same {
                self.ahead = Some(next);
                break;
            }
            given.push(next.1);
        }
        let name = match entry.article.rsplit(['/', '\\']).next() {
            Some(folder) if !folder.is_empty() && root(&entry.name).is_some() => folder,
            _ => stem(&entry.name),
        };
        let import = Import {
            scheme: self.reading.scheme,
            now: self.reading.now,
        };
        Some(bundle(&given, name, &import, &mut self.losses))
    }
}

impl Reader for Incoming<'_> {
    fn losses(&self) -> &Losses {
        &self.losses
    }
}

/// A file of annotations by its name; in a project's export, only those in
/// the folders for them.
fn entry(name: &str, zip: Option<&str>, extension: &str, project: bool) -> Option<Entry> {
    let inner_zip = project && has_end(name, "zip");
    if !(has_end(name, extension) || inner_zip) || is_types(name) {
        return None;
    }
    let root = root(name);
    if project && root.is_none() {
        return None;
    }
    let (folder, _) = name.rsplit_once(['/', '\\']).unwrap_or(("", name));
    let article: Vec<&str> = folder
        .split(['/', '\\'])
        .filter(|step| *step != ANNOTATION && *step != CURATION)
        .collect();
    Some(Entry {
        article: article.join("/"),
        curated: root == Some(CURATION),
        name: name.to_owned(),
        zip: zip.map(str::to_owned),
    })
}

/// Which of INCEpTION's folders it lies in, two above the file.
fn root(name: &str) -> Option<&'static str> {
    let step = name.rsplit(['/', '\\']).nth(2)?;
    [ANNOTATION, CURATION]
        .into_iter()
        .find(|root| *root == step)
}

fn has_end(name: &str, extension: &str) -> bool {
    let end = name.rsplit('.').next().unwrap_or_default();
    name.contains('.') && end.eq_ignore_ascii_case(extension)
}

fn is_types(name: &str) -> bool {
    name.rsplit(['/', '\\']).next() == Some(xmi::TYPES)
}

fn stem(name: &str) -> &str {
    let file = name.rsplit(['/', '\\']).next().unwrap_or(name);
    file.rsplit_once('.').map_or(file, |(stem, _)| stem)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_safe_and_told_apart() {
        let mut taken = BTreeSet::new();
        assert_eq!(file_name("../Ada: 陈"), "___Ada__陈");
        assert_eq!(unused("Ada".to_owned(), &mut taken), "Ada");
        assert_eq!(unused("ada".to_owned(), &mut taken), "ada-2");
    }

    #[test]
    fn files_of_one_article_are_known_by_their_folder() {
        let user = entry("annotation/a.txt/ann.json", Some("p.zip"), "json", true).unwrap();
        let gold = entry(
            "curation/a.txt/CURATION_USER.json",
            Some("p.zip"),
            "json",
            true,
        )
        .unwrap();
        assert_eq!((user.article.as_str(), user.curated), ("a.txt", false));
        assert_eq!((gold.article.as_str(), gold.curated), ("a.txt", true));
        assert_eq!(root("curation/a.json"), None);
        for other in [
            "exportedproject.json",
            "source/a.json",
            "annotation/a.txt/ann.ser",
        ] {
            assert_eq!(entry(other, Some("p.zip"), "json", true), None, "{other}");
        }
        assert_eq!(entry("TypeSystem.xml", None, "xml", false), None);
        assert_eq!(stem("a/b.c.json"), "b.c");
    }
}
