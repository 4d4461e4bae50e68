//! Zones of an article that are not the article.

use crate::app::{App, Outcome};
use crate::commands::request::ToggleZone;
use crate::problem::{Code, Problem};
use crate::session::Session;
use crate::view::message;
use crate::wire::Edited;
use postil_core::document::{Zone, ZoneKind, ZoneState};
use postil_core::id::ZoneId;
use postil_core::text::Extent;

/// Takes paragraphs out of the article, or back where one of them is out.
pub fn toggle_zone(app: &mut App, request: ToggleZone) -> Result<Edited, Problem> {
    let zones = app.opened()?.project.zones(request.document)?;
    app.edit("step-zone", request.document, |session| {
        session.layer()?;
        let (extent, paragraphs) = paragraphs(session, &request)?;
        let skipped: Vec<&Zone> = zones
            .iter()
            .filter(|zone| zone.kind == ZoneKind::Skip && zone.extent().overlaps(extent))
            .collect();
        let (refused, out): (Vec<&Zone>, Vec<&Zone>) = skipped
            .into_iter()
            .partition(|zone| zone.state == ZoneState::Refused);
        if !out.is_empty() {
            for zone in out {
                session.edits.delete_zone(zone.id)?;
            }
            return Ok(said("said-zone-gone", paragraphs));
        }
        match refused.as_slice() {
            [zone] if zone.extent() == extent => {
                let accepted = Zone {
                    state: ZoneState::Accepted,
                    by: Some(session.annotator),
                    ..(*zone).clone()
                };
                session.edits.update_zone(&accepted)?;
            }
            _ => {
                for zone in refused {
                    session.edits.delete_zone(zone.id)?;
                }
                insert(session, extent)?;
            }
        }
        Ok(said("said-zone", paragraphs))
    })
}

/// Makes a skip zone by a person's word.
pub(super) fn insert(session: &mut Session<'_, '_>, extent: Extent) -> Result<(), Problem> {
    session.edits.insert_zone(Zone {
        id: ZoneId::UNSTORED,
        uid: session.environment.uid(),
        document: session.article.document,
        start: extent.start,
        end: extent.end,
        kind: ZoneKind::Skip,
        reason: "other".to_owned(),
        state: ZoneState::Accepted,
        by: Some(session.annotator),
    })?;
    Ok(())
}

fn said(key: &str, paragraphs: u32) -> Outcome {
    Outcome {
        message: message(key).count("count", paragraphs),
        current: None,
        active: None,
        caret: None,
    }
}

/// From the first paragraph asked for to the last, and how many they are.
fn paragraphs(session: &Session<'_, '_>, request: &ToggleZone) -> Result<(Extent, u32), Problem> {
    let text = &session.article.text;
    let asked: Vec<Extent> = match request.selection {
        Some(range) => {
            let chosen = super::annotate::selected(session, range)?;
            text.paragraphs()
                .filter(|paragraph| paragraph.overlaps(chosen))
                .collect()
        }
        None => text
            .paragraph_at(session.article.position(request.caret)?)
            .into_iter()
            .collect(),
    };
    match (asked.first(), asked.last()) {
        (Some(first), Some(last)) => Ok((
            Extent {
                start: first.start,
                end: last.end,
            },
            u32::try_from(asked.len()).unwrap_or(u32::MAX),
        )),
        _ => Err(Problem::new(Code::Invalid, "problem-no-paragraph")),
    }
}
