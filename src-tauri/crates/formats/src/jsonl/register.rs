//! The whole register of entities, one a line with the links that start there.

use super::check::{Checked, Place, Uids, name, number};
use super::convert::{Known, check_format, entity, find};
use super::lines::{At, Lines};
use super::locate::column;
use super::read::{at_value, parse, read_error};
use super::write::{entity_line, links::Rows};
use super::{ENTITY_FORMAT, escape, wire};
use crate::error::{ReadError, WriteError};
use crate::loss::Losses;
use postil_core::bundle::Register;
use postil_core::entity::EntityLink;
use postil_core::id::{EntityId, EntityLinkId, Uid};
use std::collections::HashMap;
use std::io::{self, BufRead};

/// Writes `register`, entities by uid.
///
/// # Errors
/// When `out` refuses, or the register names entities that it does not hold.
pub fn write_register<W: io::Write + ?Sized>(
    out: &mut W,
    register: &Register,
) -> Result<(), WriteError> {
    let rows = Rows::of_entities(Uid::default(), &register.entities);
    let mut entities: Vec<_> = register.entities.iter().collect();
    entities.sort_by_key(|entity| entity.uid);
    let mut links: HashMap<EntityId, Vec<&EntityLink>> = HashMap::new();
    for link in &register.links {
        rows.entity(link.head)?;
        links.entry(link.head).or_default().push(link);
    }
    for entity in entities {
        let line = entity_line(entity, &rows)?;
        let mut own = links.remove(&entity.id).unwrap_or_default();
        own.sort_by_key(|link| link.uid);
        let links = own
            .into_iter()
            .map(|link| {
                Ok(wire::EntityLink {
                    uid: link.uid,
                    kind: (&link.kind).into(),
                    to: rows.entity(link.tail)?,
                })
            })
            .collect::<Result<_, WriteError>>()?;
        let line = wire::RegisterEntity {
            format: ENTITY_FORMAT.into(),
            uid: line.uid,
            kind: line.kind,
            name: line.name,
            aliases: line.aliases,
            attributes: line.attributes,
            by_rule: line.by_rule,
            note: line.note,
            merged_into: line.merged_into,
            links,
        };
        escape::write_line(out, &line)?;
    }
    Ok(())
}

/// Reads a whole register; `file` is what refusals call it. Row ids count
/// from 1. Also says which keys this version does not know.
///
/// # Errors
/// At the first line that is refused: a register with holes would break links.
pub fn read_register(input: impl BufRead, file: &str) -> Result<(Register, Losses), ReadError> {
    let mut lines = Lines::new(input);
    let mut unknown = Losses::new();
    let mut texts = Vec::new();
    while let Some(line) = lines.next() {
        match line {
            Ok(line) => {
                let line = line.to_owned();
                texts.push((lines.number(), line));
            }
            Err(at) => return Err(read_error(&lines, file, at)),
        }
    }
    let refused = |at: usize, fault: At| {
        let (line, text) = texts.get(at).map_or((0, ""), |(line, text)| (*line, text));
        ReadError {
            file: file.to_owned(),
            line,
            column: column(text, fault.byte),
            fault: fault.fault,
        }
    };
    let mut uids = Uids::default();
    let mut known: Known<EntityId> = HashMap::new();
    let mut parsed: Vec<wire::RegisterEntity<'_>> = Vec::with_capacity(texts.len());
    for (at, (_, text)) in texts.iter().enumerate() {
        let line: wire::RegisterEntity<'_> =
            parse(text, ENTITY_FORMAT, &mut unknown).map_err(|fault| refused(at, fault))?;
        let taken = check_format(&line.format, ENTITY_FORMAT)
            .and_then(|()| uids.take(line.uid))
            .and_then(|uid| Ok((uid, EntityId(number(at)?))));
        let (uid, id) = taken.map_err(|refusal| refused(at, at_value(text, refusal)))?;
        known.insert(uid, id);
        parsed.push(line);
    }
    let mut register = Register::default();
    for (at, line) in parsed.into_iter().enumerate() {
        if let Err(refusal) = take(line, at, &known, &mut uids, &mut register) {
            let text = texts.get(at).map_or("", |(_, text)| text);
            return Err(refused(at, at_value(text, refusal)));
        }
    }
    Ok((register, unknown))
}

fn take(
    line: wire::RegisterEntity<'_>,
    at: usize,
    known: &Known<EntityId>,
    uids: &mut Uids,
    register: &mut Register,
) -> Checked<()> {
    let head = EntityId(number(at)?);
    for (at, link) in line.links.iter().enumerate() {
        let id = EntityLinkId(number(register.links.len())?);
        let tail = find(known, link.to, "entity", "register")
            .key("to")
            .item(at)
            .key("links")?;
        register.links.push(EntityLink {
            id,
            uid: uids.take(link.uid).item(at).key("links")?,
            kind: name(&link.kind, "kind").item(at).key("links")?,
            head,
            tail,
        });
    }
    let line = wire::Entity {
        uid: line.uid,
        kind: line.kind,
        name: line.name,
        aliases: line.aliases,
        attributes: line.attributes,
        by_rule: line.by_rule,
        note: line.note,
        merged_into: line.merged_into,
    };
    register.entities.push(entity(&line, head.0, known)?);
    Ok(())
}
