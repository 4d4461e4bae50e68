//! The lines of one file of annotations, read.

use super::super::NAME;
use super::super::annotations::{ATTRIBUTION, Attributions, CONTENT, CUE, SOURCE, special};
use super::super::line::unescaped;
use crate::draft::{EntityDraft, LayerDraft, LinkDraft, Piece, SpanDraft, TargetDraft};
use crate::error::{Fault, ReadError};
use crate::loss::{Losses, Lost};
use crate::value;
use postil_core::attribute::{Attribute, Attributes};
use postil_core::id::Uid;
use postil_core::link::Special;
use postil_core::scheme::Scheme;
use std::collections::{BTreeMap, HashMap};

/// What the lines of a file are read by.
pub struct Context<'a> {
    pub file: &'a str,
    pub scheme: &'a Scheme,
    pub attributions: Option<&'a Attributions>,
}

/// A line with what stands before its first tab.
struct Line<'a> {
    number: u64,
    id: &'a str,
    rest: String,
}

/// Reads a file into a layer.
///
/// # Errors
/// At the first line that is none of brat's.
pub fn read(
    content: &str,
    context: &Context<'_>,
    entities: &mut Vec<EntityDraft>,
    layer: &mut LayerDraft,
    losses: &mut Losses,
) -> Result<(), ReadError> {
    let lines = lines(content, context)?;
    let mut known = Known::default();
    for line in lines.iter().filter(|line| line.id.starts_with('T')) {
        known.span(line, context, layer, losses)?;
    }
    for line in lines.iter().filter(|line| line.id.starts_with('E')) {
        known.event(line, context, layer, losses)?;
    }
    let mut values: BTreeMap<(usize, String), Vec<String>> = BTreeMap::new();
    for line in &lines {
        let placed = match line.id.chars().next() {
            Some('T' | 'E') => true,
            Some('R') => known.relation(line, layer),
            Some('A' | 'M') => known.value(line, &mut values),
            Some('N') => known.reference(line, context, entities, layer),
            Some('#') => known.note(line, layer),
            _ => false,
        };
        if !placed {
            losses.add(Lost::UnknownLine, || format!("{} {}", line.id, line.rest));
        }
    }
    for ((span, name), mut texts) in values {
        let Some(draft) = layer.spans.get_mut(span) else {
            continue;
        };
        let nobody = [Special::Author, Special::NotGiven]
            .into_iter()
            .find(|nobody| texts == [special(*nobody)]);
        if let Some(nobody) = nobody.filter(|_| context.scheme.link(&name).is_some()) {
            layer
                .links
                .push(link(&name, span, TargetDraft::Special(nobody)));
            continue;
        }
        texts.retain(|text| !text.is_empty());
        let kind = value::kind(context.scheme, &draft.label, &name);
        let value = value::of_texts(kind, texts);
        draft.attributes.insert(name, Attribute::by_hand(value));
    }
    without_triggers(layer);
    Ok(())
}

/// Takes out what became no span, and the links that would name it.
fn without_triggers(layer: &mut LayerDraft) {
    let mut place = 0;
    let places: Vec<Option<usize>> = layer
        .spans
        .iter()
        .map(|span| {
            let own = (!span.pieces.is_empty()).then_some(place);
            place += usize::from(own.is_some());
            own
        })
        .collect();
    layer.spans.retain(|span| !span.pieces.is_empty());
    let moved = |at: usize| places.get(at).copied().flatten();
    layer.links.retain_mut(|link| {
        let target = match link.target {
            TargetDraft::Span(at) => moved(at).map(TargetDraft::Span),
            other => Some(other),
        };
        match (moved(link.head), target) {
            (Some(head), Some(target)) => {
                (link.head, link.target) = (head, target);
                true
            }
            _ => false,
        }
    });
}

/// Lines by their ids. A line that begins with none goes on with the words of
/// the one before it: some corpora have raw line ends there.
fn lines<'a>(content: &'a str, context: &Context<'_>) -> Result<Vec<Line<'a>>, ReadError> {
    let content = content.strip_prefix('\u{feff}').unwrap_or(content);
    let mut lines: Vec<Line<'a>> = Vec::new();
    for (at, whole) in content.split('\n').enumerate() {
        let number = u64::try_from(at).unwrap_or(u64::MAX).saturating_add(1);
        let whole = whole.strip_suffix('\r').unwrap_or(whole);
        match whole.split_once('\t').filter(|(id, _)| is_id(id)) {
            Some((id, rest)) => lines.push(Line {
                number,
                id,
                rest: rest.to_owned(),
            }),
            None => match lines.last_mut() {
                Some(before) if before.id.starts_with('T') => {
                    before.rest.push('\n');
                    before.rest.push_str(whole);
                }
                _ if whole.trim().is_empty() => {}
                _ => return Err(refuse(context, number, "it begins with no id and tab")),
            },
        }
    }
    for line in &mut lines {
        if line.id.starts_with('T') {
            let end = line.rest.trim_end_matches('\n').len();
            line.rest.truncate(end);
        }
    }
    Ok(lines)
}

fn is_id(id: &str) -> bool {
    let mut rest = id.chars();
    match rest.next() {
        Some('*') => rest.next().is_none(),
        Some('T' | 'E' | 'R' | 'A' | 'M' | 'N' | '#') => rest.all(|c| c.is_ascii_alphanumeric()),
        _ => false,
    }
}

fn refuse(context: &Context<'_>, line: u64, reason: &str) -> ReadError {
    ReadError {
        file: context.file.to_owned(),
        line,
        column: 1,
        fault: Fault::NotThis {
            format: NAME,
            reason: reason.to_owned(),
        },
    }
}

/// The things of a file by their ids.
#[derive(Default)]
struct Known {
    spans: HashMap<String, usize>,
    entities: HashMap<String, usize>,
}

impl Known {
    fn span(
        &mut self,
        line: &Line<'_>,
        context: &Context<'_>,
        layer: &mut LayerDraft,
        losses: &mut Losses,
    ) -> Result<(), ReadError> {
        let (head, words) = match line.rest.split_once('\t') {
            Some((head, words)) => (head, Some(words)),
            None => (line.rest.as_str(), None),
        };
        let Some((label, offsets)) = head.split_once(' ') else {
            return Err(refuse(context, line.number, "it has no type and offsets"));
        };
        let mut ends: Vec<(u32, u32)> = Vec::new();
        for piece in offsets.split(';') {
            let numbers: Vec<Result<i64, _>> = piece.split_whitespace().map(str::parse).collect();
            let [Ok(start), Ok(end)] = numbers.as_slice() else {
                return Err(refuse(
                    context,
                    line.number,
                    "its offsets are no pairs of numbers",
                ));
            };
            match (u32::try_from(*start), u32::try_from(*end)) {
                (Ok(start), Ok(end)) => ends.push((start, end)),
                _ => {
                    losses.add(Lost::MarksNothing, || line.rest.clone());
                    return Ok(());
                }
            }
        }
        let label = context
            .attributions
            .and_then(|names| {
                let mut types = names.types.iter();
                types
                    .find(|(_, kind)| **kind == label)
                    .map(|(id, _)| id.clone())
            })
            .unwrap_or_else(|| unescaped(label));
        self.spans.insert(line.id.to_owned(), layer.spans.len());
        layer.spans.push(SpanDraft {
            line: line.number,
            label,
            pieces: joined(ends, words),
            ..SpanDraft::default()
        });
        Ok(())
    }

    /// Roles of an event are links from its trigger; those of an attribution
    /// link its contents to its sources and cues.
    fn event(
        &mut self,
        line: &Line<'_>,
        context: &Context<'_>,
        layer: &mut LayerDraft,
        losses: &mut Losses,
    ) -> Result<(), ReadError> {
        let mut members = line
            .rest
            .split_whitespace()
            .filter_map(|part| part.split_once(':'));
        let trigger = members
            .next()
            .and_then(|(kind, id)| Some((kind, self.spans.get(id).copied()?)));
        let Some((kind, trigger)) = trigger else {
            losses.add(Lost::UnknownLine, || format!("{} {}", line.id, line.rest));
            return Ok(());
        };
        self.spans.insert(line.id.to_owned(), trigger);
        let members: Vec<(&str, usize)> = members
            .filter_map(|(role, id)| {
                let role = role.trim_end_matches(|c: char| c.is_ascii_digit());
                Some((role, self.spans.get(id).copied()?))
            })
            .collect();
        match context.attributions.filter(|_| kind == ATTRIBUTION) {
            Some(names) => {
                let of =
                    |wanted: &'static str| members.iter().filter(move |(role, _)| *role == wanted);
                for (_, content) in of(CONTENT) {
                    for (kind, role) in [(&names.source, SOURCE), (&names.cue, CUE)] {
                        let tails = of(role).map(|(_, tail)| *tail);
                        let own = tails.map(|tail| link(kind, *content, TargetDraft::Span(tail)));
                        layer.links.extend(own.collect::<Vec<_>>());
                    }
                }
                // The trigger repeats the cue; it is a span no longer.
                if let Some(draft) = layer.spans.get_mut(trigger) {
                    draft.pieces.clear();
                }
            }
            None => {
                let links = members.into_iter();
                layer.links.extend(
                    links.map(|(role, tail)| {
                        link(&unescaped(role), trigger, TargetDraft::Span(tail))
                    }),
                );
            }
        }
        Ok(())
    }

    fn relation(&self, line: &Line<'_>, layer: &mut LayerDraft) -> bool {
        let mut parts = line.rest.split_whitespace();
        let kind = parts.next();
        let mut ends = parts
            .filter_map(|part| part.split_once(':'))
            .map(|(_, id)| self.spans.get(id));
        let (Some(kind), Some(Some(head)), Some(Some(tail))) = (kind, ends.next(), ends.next())
        else {
            return false;
        };
        layer
            .links
            .push(link(&unescaped(kind), *head, TargetDraft::Span(*tail)));
        true
    }

    fn value(&self, line: &Line<'_>, values: &mut BTreeMap<(usize, String), Vec<String>>) -> bool {
        let mut parts = line.rest.splitn(3, ' ');
        let name = parts.next().map(unescaped);
        let span = parts.next().and_then(|id| self.spans.get(id.trim()));
        let (Some(name), Some(span)) = (name, span) else {
            return false;
        };
        let texts = values.entry((*span, name)).or_default();
        texts.push(parts.next().map(unescaped).unwrap_or_default());
        true
    }

    fn reference(
        &mut self,
        line: &Line<'_>,
        context: &Context<'_>,
        entities: &mut Vec<EntityDraft>,
        layer: &mut LayerDraft,
    ) -> bool {
        let (head, name) = line.rest.split_once('\t').unwrap_or((&line.rest, ""));
        let mut parts = head.split_whitespace().skip(1);
        let span = parts.next().and_then(|id| self.spans.get(id));
        let reference = parts.next().and_then(|reference| reference.split_once(':'));
        let span = span.and_then(|at| layer.spans.get_mut(*at));
        let (Some(span), Some((base, id))) = (span, reference) else {
            return false;
        };
        let uid = Uid::parse(id).ok();
        let key = format!("{base}:{id}");
        let own = uid.and_then(|uid| entities.iter().position(|known| known.uid == Some(uid)));
        let at = own.or(self.entities.get(&key).copied()).unwrap_or_else(|| {
            let first = context.scheme.entities.types.first();
            let kind = match uid {
                Some(_) => unescaped(base),
                None => first.cloned().unwrap_or_default(),
            };
            entities.push(EntityDraft {
                uid,
                kind,
                name: name.to_owned(),
            });
            entities.len() - 1
        });
        self.entities.insert(key, at);
        span.entity = Some(at);
        true
    }

    fn note(&self, line: &Line<'_>, layer: &mut LayerDraft) -> bool {
        let (head, note) = line.rest.split_once('\t').unwrap_or((&line.rest, ""));
        let span = head
            .split_whitespace()
            .nth(1)
            .and_then(|id| self.spans.get(id));
        let Some(span) = span.and_then(|at| layer.spans.get_mut(*at)) else {
            return false;
        };
        if !span.note.is_empty() {
            span.note.push('\n');
        }
        span.note.push_str(note);
        true
    }
}

fn link(kind: &str, head: usize, target: TargetDraft) -> LinkDraft {
    LinkDraft {
        uid: None,
        kind: kind.to_owned(),
        head,
        target,
        attributes: Attributes::new(),
        note: String::new(),
    }
}

/// The pieces with their words: these stand one after another with a space
/// between, as long as their offsets say, in the unit of the offsets.
fn joined(ends: Vec<(u32, u32)>, words: Option<&str>) -> Vec<Piece> {
    let lengths: Vec<usize> = ends
        .iter()
        .map(|(start, end)| usize::try_from(end.saturating_sub(*start)).unwrap_or_default())
        .collect();
    let units: [fn(char) -> usize; 3] = [|_| 1, char::len_utf16, char::len_utf8];
    let split = words.and_then(|words| match lengths.len() {
        1 => Some(vec![words]),
        _ => units.iter().find_map(|unit| split(words, &lengths, *unit)),
    });
    let mut split = split.map(Vec::into_iter);
    let pieces = ends.into_iter().map(|(start, end)| Piece {
        start,
        end,
        words: match &mut split {
            Some(split) => split.next().map(str::to_owned),
            // What fits no unit is compared as a whole, and refused.
            None => words.map(str::to_owned),
        },
    });
    pieces.collect()
}

fn split<'a>(words: &'a str, lengths: &[usize], unit: fn(char) -> usize) -> Option<Vec<&'a str>> {
    let mut left = words;
    let mut pieces = Vec::with_capacity(lengths.len());
    for (at, length) in lengths.iter().enumerate() {
        if at > 0 {
            left = left.strip_prefix(' ')?;
        }
        let mut counted = 0;
        let cut = left
            .char_indices()
            .find(|(_, character)| {
                let full = counted >= *length;
                counted += unit(*character);
                full
            })
            .map_or(left.len(), |(byte, _)| byte);
        let (piece, rest) = left.split_at(cut);
        if piece.chars().map(unit).sum::<usize>() != *length {
            return None;
        }
        pieces.push(piece);
        left = rest;
    }
    left.is_empty().then_some(pieces)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_pieces_are_told_apart_in_any_unit() {
        let pieces = |ends: &[(u32, u32)]| -> Vec<Option<String>> {
            let joined = joined(ends.to_vec(), Some("😀 no and 北京"));
            joined.into_iter().map(|piece| piece.words).collect()
        };
        let right = [Some("😀 no".to_owned()), Some("and 北京".to_owned())];
        assert_eq!(pieces(&[(0, 4), (9, 15)]), right);
        assert_eq!(pieces(&[(0, 5), (9, 15)]), right, "UTF-16");
        assert_eq!(pieces(&[(0, 7), (9, 19)]), right, "bytes");
        assert_eq!(
            pieces(&[(0, 2), (9, 10)])[0].as_deref(),
            Some("😀 no and 北京")
        );
    }
}
