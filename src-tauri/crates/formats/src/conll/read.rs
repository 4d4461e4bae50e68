//! Tokens and tags, read. The text is made of the tokens: a space between
//! two, a line for each sentence.

use super::tags::{runs, tags};
use super::{DOCUMENT, END, LINKS, LISTING, NAME, UNKNOWN_ANNOTATOR};
use crate::draft::{LayerDraft, Piece, SpanDraft, TargetDraft};
use crate::error::{Fault, ReadError};
use crate::files::{Source, read_whole};
use crate::listing::{self, Listed};
use crate::loss::{Losses, Lost};
use crate::record::{About, AboutLayer, Incoming, Record, at_line, link};
use std::collections::HashMap;

/// A sentence: its line in the file, its words, tags, and what follows them.
#[derive(Default)]
struct Sentence {
    line: u64,
    words: Vec<String>,
    tags: Vec<String>,
    rest: Vec<String>,
}

/// The sentences of each document of a file.
fn documents(source: &dyn Source, name: &str) -> Result<Vec<Vec<Sentence>>, ReadError> {
    let bytes = read_whole(source, name).map_err(|error| at_line(name, 1, error.into()))?;
    let content = String::from_utf8(bytes).map_err(|_| at_line(name, 1, Fault::NotUtf8))?;
    let content = content.strip_prefix('\u{feff}').unwrap_or(&content);
    let mut documents: Vec<Vec<Sentence>> = Vec::new();
    let mut open: Option<Sentence> = None;
    for (at, line) in content.split('\n').enumerate() {
        let number = u64::try_from(at).unwrap_or(u64::MAX).saturating_add(1);
        let columns: Vec<&str> = line
            .split([' ', '\t', '\r'])
            .filter(|column| !column.is_empty())
            .collect();
        let [word, rest @ ..] = columns.as_slice() else {
            end(&mut documents, &mut open);
            continue;
        };
        if *word == DOCUMENT {
            end(&mut documents, &mut open);
            documents.push(Vec::new());
            continue;
        }
        // The tag is the last column, or the last but the place.
        let is_place = |column: &str| {
            let ends = column.split_once(':');
            ends.is_some_and(|(start, end)| {
                start.parse::<u32>().is_ok() && end.parse::<u32>().is_ok()
            })
        };
        let (tag, more) = match rest {
            [.., tag, place] if is_place(place) => (*tag, format!(" {place}")),
            [.., tag] => (*tag, String::new()),
            [] => {
                let reason = "it has a word and no tag".to_owned();
                return Err(at_line(
                    name,
                    number,
                    Fault::NotThis {
                        format: NAME,
                        reason,
                    },
                ));
            }
        };
        let sentence = open.get_or_insert_with(|| Sentence {
            line: number,
            ..Sentence::default()
        });
        sentence.words.push((*word).to_owned());
        sentence.tags.push(tag.to_owned());
        sentence.rest.push(more);
    }
    end(&mut documents, &mut open);
    Ok(documents)
}

fn end(documents: &mut Vec<Vec<Sentence>>, open: &mut Option<Sentence>) {
    if let Some(sentence) = open.take() {
        if documents.is_empty() {
            documents.push(Vec::new());
        }
        if let Some(document) = documents.last_mut() {
            document.push(sentence);
        }
    }
}

/// A file with its tags read as runs and written again.
pub fn again(source: &dyn Source, name: &str, bilou: bool) -> Result<String, ReadError> {
    let mut out = String::new();
    for document in documents(source, name)? {
        out.push_str(&format!("{DOCUMENT} -X- -X- O\n\n"));
        for sentence in document {
            let given: Vec<&str> = sentence.tags.iter().map(String::as_str).collect();
            let written = tags(given.len(), &runs(&given), bilou);
            for ((word, tag), rest) in sentence.words.iter().zip(written).zip(&sentence.rest) {
                out.push_str(&format!("{word} -X- -X- {tag}{rest}\n"));
            }
            out.push('\n');
        }
    }
    Ok(out)
}

/// The documents of all files: those of one folder stand beside each other.
pub fn records<'a>(source: &'a dyn Source) -> Incoming<'a> {
    let mut folders: Vec<(String, Vec<String>)> = Vec::new();
    for name in source
        .names()
        .into_iter()
        .filter(|name| name.ends_with(END))
    {
        let folder = name
            .rfind(['/', '\\'])
            .map_or("", |at| name.get(..=at).unwrap_or_default());
        // Files of which nothing says that they belong together do not.
        let folder = match source.has(&format!("{folder}{LISTING}")) {
            true => folder.to_owned(),
            false => name.clone(),
        };
        match folders.iter_mut().find(|(known, _)| *known == folder) {
            Some((_, names)) => names.push(name),
            None => folders.push((folder, vec![name])),
        }
    }
    Box::new(folders.into_iter().flat_map(move |(folder, names)| {
        of_folder(source, &folder, &names).unwrap_or_else(|error| vec![Err(error)])
    }))
}

type Records = Vec<Result<(String, u64, Record), ReadError>>;

fn of_folder(source: &dyn Source, folder: &str, names: &[String]) -> Result<Records, ReadError> {
    let list = format!("{folder}{LISTING}");
    let mut listed = match source.has(&list) {
        true => listing::read(source, &list)?,
        false => Vec::new(),
    }
    .into_iter();
    let links = links(source, &format!("{folder}{LINKS}"))?;
    let mut files = Vec::new();
    for name in names {
        files.push((name, documents(source, name)?));
    }
    let count = files
        .iter()
        .map(|(_, documents)| documents.len())
        .max()
        .unwrap_or_default();
    let mut records = Records::new();
    for at in 0..count {
        let own: Vec<(&String, &Vec<Sentence>)> = files
            .iter()
            .filter_map(|(name, documents)| Some((*name, documents.get(at)?)))
            .collect();
        let listed = listed.next();
        let key = listed
            .as_ref()
            .and_then(|listed| listed.name.split(' ').next())
            .unwrap_or_default();
        let links = links.get(key).map(Vec::as_slice).unwrap_or_default();
        let name = own
            .first()
            .map(|(name, _)| (*name).clone())
            .unwrap_or_default();
        let line = own
            .first()
            .and_then(|(_, sentences)| Some(sentences.first()?.line));
        let record = record(&own, listed.clone().unwrap_or_default(), links);
        records.push(record.map(|record| (name, line.unwrap_or(1), record)));
    }
    Ok(records)
}

/// A link: kind, head and tail, each by label and number.
type Row = (String, (String, usize), (String, usize));

fn links(source: &dyn Source, name: &str) -> Result<HashMap<String, Vec<Row>>, ReadError> {
    let mut links: HashMap<String, Vec<Row>> = HashMap::new();
    if !source.has(name) {
        return Ok(links);
    }
    let bytes = read_whole(source, name).map_err(|error| at_line(name, 1, error.into()))?;
    let content = String::from_utf8(bytes).map_err(|_| at_line(name, 1, Fault::NotUtf8))?;
    for line in content.lines().skip(1) {
        let cells: Vec<&str> = line.split('\t').collect();
        let end = |cell: &str| {
            let (label, number) = cell.rsplit_once(':')?;
            Some((label.to_owned(), number.parse::<usize>().ok()?))
        };
        if let [document, _, kind, head, tail] = cells.as_slice()
            && let (Some(head), Some(tail)) = (end(head), end(tail))
        {
            let own = links.entry((*document).to_owned()).or_default();
            own.push(((*kind).to_owned(), head, tail));
        }
    }
    Ok(links)
}

fn record(
    files: &[(&String, &Vec<Sentence>)],
    listed: Listed,
    links: &[Row],
) -> Result<Record, ReadError> {
    let about = listed
        .name
        .split_once(' ')
        .and_then(|(_, about)| serde_json::from_str::<Option<AboutLayer>>(about).ok());
    let listed_layer = about.clone().flatten().map(AboutLayer::draft);
    let mut layer = match (&about, listed_layer) {
        (_, Some(layer)) => layer,
        _ => LayerDraft::of(UNKNOWN_ANNOTATOR),
    };
    let mut text = String::new();
    let mut numbered: HashMap<(String, usize), usize> = HashMap::new();
    for (at, (name, sentences)) in files.iter().enumerate() {
        let mut counts: HashMap<String, usize> = HashMap::new();
        let mut made = String::new();
        let mut start = 0;
        for sentence in *sentences {
            let mut places = Vec::new();
            for word in &sentence.words {
                let length = u32::try_from(word.chars().count()).unwrap_or(u32::MAX);
                places.push((start, start + length));
                start += length + 1;
                made.push_str(word);
                made.push(' ');
            }
            if made.pop().is_some() {
                made.push('\n');
            }
            let given: Vec<&str> = sentence.tags.iter().map(String::as_str).collect();
            for (first, last, label) in runs(&given) {
                let ends = places.get(first).zip(places.get(last));
                let Some(((start, _), (_, end))) = ends else {
                    continue;
                };
                let count = counts.entry(label.clone()).or_default();
                *count += 1;
                numbered.insert((label.clone(), *count), layer.spans.len());
                let piece = Piece {
                    start: *start,
                    end: *end,
                    words: None,
                };
                layer.spans.push(SpanDraft {
                    line: sentence.line,
                    label,
                    pieces: vec![piece],
                    ..SpanDraft::default()
                });
            }
        }
        if at == 0 {
            text = made;
        } else if text != made {
            let reason = "its tokens are not those of the files beside it".to_owned();
            let line = sentences.first().map_or(1, |sentence| sentence.line);
            return Err(at_line(
                name,
                line,
                Fault::NotThis {
                    format: NAME,
                    reason,
                },
            ));
        }
    }
    let mut losses = Losses::new();
    for (kind, head, tail) in links {
        match (numbered.get(head), numbered.get(tail)) {
            (Some(head), Some(tail)) => {
                let tail = TargetDraft::Span(*tail);
                layer.links.push(link(kind, *head, tail));
            }
            _ => losses.add(Lost::NoPlace, || {
                format!("{kind} {}:{} {}:{}", head.0, head.1, tail.0, tail.1)
            }),
        }
    }
    let nobody = about.is_some_and(|about| about.is_none());
    let about = About {
        // The text is another one than that of the article exported.
        article: None,
        title: listed.title,
        language: Some(listed.language).filter(|tag| !tag.is_empty()),
        metadata: listed.metadata,
        layer: None,
    };
    Ok(Record {
        about,
        text,
        layers: if nobody { Vec::new() } else { vec![layer] },
        entities: Vec::new(),
        losses,
    })
}
