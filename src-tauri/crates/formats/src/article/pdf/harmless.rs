//! What is taken out of a PDF before it is read, so that reading ends.

use crate::article::Refusal;
use flate2::read::ZlibDecoder;
use pdf_extract::{Dictionary, Document, Object, ObjectId, Stream};
use std::collections::{BTreeMap, BTreeSet};
use std::io::Read;

/// A list of objects unpacks to no more, in bytes; all of a file together.
const LISTS: u64 = 64 * 1024 * 1024;
/// What paints a page, or a font, unpacks to no more, in bytes.
const STREAM: u64 = 24 * 1024 * 1024;
/// All of these together.
const STREAMS: u64 = 512 * 1024 * 1024;
/// Pieces of pages are painted no more often for one page.
const PAINTED: u64 = 20_000;
/// A page has no more groups of pages above it.
const PARENTS: usize = 64;

/// Refuses files whose lists of objects unpack to too much: they are unpacked before anything
/// else can be looked at.
pub(super) fn before_reading(bytes: &[u8]) -> Result<(), Refusal> {
    const WORD: &[u8] = b"stream";
    const BEFORE: usize = 1024;
    let mut unpacked = 0;
    let mut from = 0;
    while let Some(at) = find(&bytes[from..], WORD).map(|at| from + at) {
        from = at + WORD.len();
        let dictionary = &bytes[at.saturating_sub(BEFORE)..at];
        let list = [b"/ObjStm".as_slice(), b"/XRef"]
            .iter()
            .any(|kind| find(dictionary, kind).is_some());
        if !list || dictionary.ends_with(b"end") {
            continue;
        }
        let content = bytes[from..].trim_ascii_start();
        unpacked += unpacked_size(content, LISTS);
        if unpacked > LISTS {
            return Err(Refusal::UnpacksTooLarge { limit: LISTS });
        }
    }
    Ok(())
}

fn find(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    bytes
        .windows(wanted.len())
        .position(|window| window == wanted)
}

/// How many bytes it unpacks to; no more than a little over `limit` are unpacked.
fn unpacked_size(packed: &[u8], limit: u64) -> u64 {
    let mut reader = ZlibDecoder::new(packed).take(limit + 1);
    let mut buffer = [0; 16 * 1024];
    let mut size = 0;
    while let Ok(read @ 1..) = reader.read(&mut buffer) {
        size += u64::try_from(read).unwrap_or(u64::MAX);
    }
    size
}

/// Takes out pictures, circles and whatever unpacks to too much.
pub(super) fn make(document: &mut Document) -> Result<(), Refusal> {
    let mut all = 0_u64;
    let mut forms = Vec::new();
    for (id, object) in &mut document.objects {
        let Object::Stream(stream) = object else {
            continue;
        };
        let name = |key: &[u8]| stream.dict.get(key).and_then(Object::as_name).ok();
        let picture = name(b"Subtype") == Some(b"Image".as_slice());
        let form = name(b"Subtype") == Some(b"Form".as_slice());
        if picture || !is_simple(stream) {
            stream.set_plain_content(Vec::new());
            continue;
        }
        let size = match stream.dict.get(b"Filter") {
            Ok(_) => unpacked_size(&stream.content, STREAM),
            Err(_) => u64::try_from(stream.content.len()).unwrap_or(u64::MAX),
        };
        all = all.saturating_add(size);
        if size > STREAM || all > STREAMS {
            return Err(Refusal::UnpacksTooLarge { limit: STREAM });
        }
        if form {
            forms.push(*id);
        }
    }
    leave_circles(document, &forms);
    for id in document.get_pages().into_values() {
        if !has_end(document, id) {
            return Err(super::damaged("its pages lie in a circle"));
        }
    }
    Ok(())
}

/// Whether a stream is packed at most once, and in a way whose size can be told.
fn is_simple(stream: &Stream) -> bool {
    match stream.filters() {
        Err(_) => stream.dict.get(b"Filter").is_err(),
        Ok(filters) => match filters.as_slice() {
            [] | [b"FlateDecode"] | [b"ASCIIHexDecode"] | [b"ASCII85Decode"] => true,
            [b"ASCII85Decode" | b"ASCIIHexDecode", b"FlateDecode"] => {
                stream.content.len() < 1 << 20
            }
            [b"LZWDecode"] => stream.content.len() < 1 << 18,
            _ => false,
        },
    }
}

/// Whether the groups that a page lies in end somewhere.
fn has_end(document: &Document, page: ObjectId) -> bool {
    let mut id = page;
    for _ in 0..PARENTS {
        let parent = document
            .get_dictionary(id)
            .and_then(|dictionary| dictionary.get(b"Parent"))
            .and_then(Object::as_reference);
        match parent {
            Ok(parent) => id = parent,
            Err(_) => return true,
        }
    }
    false
}

/// Empties pieces of pages that would paint themselves, or others far too often.
fn leave_circles(document: &mut Document, forms: &[ObjectId]) {
    let mut costs: BTreeMap<ObjectId, u64> = BTreeMap::new();
    let mut empty = BTreeSet::new();
    for form in forms {
        let mut open = BTreeSet::new();
        if cost(document, *form, &mut costs, &mut open, 0) > PAINTED {
            empty.insert(*form);
        }
    }
    for id in empty {
        if let Ok(Object::Stream(stream)) = document.get_object_mut(id) {
            stream.set_plain_content(Vec::new());
        }
    }
}

/// How often something is painted when the form is painted once, at most.
fn cost(
    document: &Document,
    form: ObjectId,
    costs: &mut BTreeMap<ObjectId, u64>,
    open: &mut BTreeSet<ObjectId>,
    depth: usize,
) -> u64 {
    const DEEPEST: usize = 24;
    if let Some(known) = costs.get(&form) {
        return *known;
    }
    if depth > DEEPEST || !open.insert(form) {
        return u64::MAX;
    }
    let stream = document.get_object(form).and_then(Object::as_stream);
    let cost = stream.map_or(1, |stream| {
        let content = stream.get_plain_content().unwrap_or_default();
        let paints = content.windows(2).filter(|window| *window == b"Do").count();
        let paints = u64::try_from(paints).unwrap_or(u64::MAX);
        let inner = inner_forms(document, &stream.dict);
        match (paints, inner) {
            (0, _) => 1,
            // Without resources of its own it paints what the page has, itself perhaps.
            (_, None) => u64::MAX,
            (_, Some(inner)) => {
                let most = inner
                    .into_iter()
                    .map(|inner| cost(document, inner, costs, open, depth + 1))
                    .max()
                    .unwrap_or_default();
                most.saturating_mul(paints).saturating_add(1)
            }
        }
    });
    open.remove(&form);
    costs.insert(form, cost);
    cost
}

/// The pieces of pages that a piece names in its own resources.
fn inner_forms(document: &Document, dictionary: &Dictionary) -> Option<Vec<ObjectId>> {
    let within = |dictionary: &Dictionary, key: &[u8]| {
        let object = dictionary.get(key).ok()?;
        let (_, object) = document.dereference(object).ok()?;
        object.as_dict().ok().cloned()
    };
    let resources = within(dictionary, b"Resources")?;
    let Some(named) = within(&resources, b"XObject") else {
        return Some(Vec::new());
    };
    let ids = named
        .iter()
        .filter_map(|(_, object)| object.as_reference().ok());
    Some(ids.collect())
}
