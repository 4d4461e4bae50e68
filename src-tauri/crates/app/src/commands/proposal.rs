//! Zones that were proposed: accepted, refused, given other ends.

use crate::app::{App, Outcome};
use crate::commands::request::{AdjustZone, DecideZone, OfDocument};
use crate::commands::zone::insert;
use crate::problem::{Code, Problem};
use crate::session::Session;
use crate::view::message;
use crate::wire::{Edited, Message};
use postil_core::document::{Zone, ZoneKind, ZoneState};
use postil_core::id::{DocumentId, ZoneId};
use postil_core::layer::LayerStatus;
use postil_core::text::Utf16;

/// Accepts or refuses a zone; the caret goes to the next one that is proposed.
pub fn decide_zone(app: &mut App, request: DecideZone) -> Result<Edited, Problem> {
    let zones = zones(app, request.document)?;
    let zone = find(&zones, request.zone)?.clone();
    let left: Vec<&Zone> = proposed(&zones)
        .filter(|other| other.id != zone.id)
        .collect();
    let next = left
        .iter()
        .find(|other| other.start >= zone.start)
        .or(left.first())
        .map(|next| (next.start, name(next.kind), next.reason.clone()));
    let left = left.len();
    app.edit("step-zone-decided", request.document, |session| {
        refuse_if_done(session)?;
        let decided = Zone {
            state: if request.accept {
                ZoneState::Accepted
            } else {
                ZoneState::Refused
            },
            by: Some(session.annotator),
            ..zone
        };
        session.edits.update_zone(&decided)?;
        let key = if request.accept {
            "said-zone-accepted"
        } else {
            "said-zone-refused"
        };
        let (_, next_kind, reason) = next.clone().unwrap_or_default();
        let said = message(key)
            .with("kind", name(decided.kind))
            .count("count", counted(left))
            .with("next", next_kind)
            .with("reason", reason);
        let caret = next
            .map(|(start, ..)| session.article.units(start))
            .transpose()?;
        Ok(said_at(said, caret))
    })
}

/// Accepts all zones that are proposed, in one step.
pub fn accept_zones(app: &mut App, request: OfDocument) -> Result<Edited, Problem> {
    let zones = zones(app, request.document)?;
    let open: Vec<Zone> = proposed(&zones).cloned().collect();
    if open.is_empty() {
        return Err(Problem::new(Code::Invalid, "problem-nothing-proposed"));
    }
    app.edit("step-zones-accepted", request.document, |session| {
        refuse_if_done(session)?;
        for zone in &open {
            session.edits.update_zone(&Zone {
                state: ZoneState::Accepted,
                by: Some(session.annotator),
                ..zone.clone()
            })?;
        }
        let said = message("said-zones-accepted").count("count", counted(open.len()));
        Ok(said_at(said, None))
    })
}

/// Gives a zone other ends, or makes one: not the article, from here to there.
pub fn adjust_zone(app: &mut App, request: AdjustZone) -> Result<Edited, Problem> {
    let zones = zones(app, request.document)?;
    let old = request
        .zone
        .map(|id| find(&zones, id).cloned())
        .transpose()?;
    app.edit("step-zone-adjusted", request.document, |session| {
        refuse_if_done(session)?;
        let selected = session.article.extent(request.range)?;
        let extent = session
            .article
            .text
            .trim_extent(session.article.text.widen_to_graphemes(selected));
        if extent.is_empty() {
            return Err(Problem::new(Code::Invalid, "problem-empty-zone"));
        }
        let by = Some(session.annotator);
        let kind = old.as_ref().map_or(ZoneKind::Skip, |zone| zone.kind);
        match old {
            Some(zone) => session.edits.update_zone(&Zone {
                start: extent.start,
                end: extent.end,
                state: ZoneState::Accepted,
                by,
                ..zone
            })?,
            None => insert(session, extent)?,
        }
        let said = message("said-zone-adjusted")
            .with("kind", name(kind))
            .count("count", extent.len());
        let caret = session.article.units(extent.end)?;
        Ok(said_at(said, Some(caret)))
    })
}

fn zones(app: &mut App, document: DocumentId) -> Result<Vec<Zone>, Problem> {
    Ok(app.opened()?.project.zones(document)?)
}

fn proposed(zones: &[Zone]) -> impl Iterator<Item = &Zone> {
    zones
        .iter()
        .filter(|zone| zone.state == ZoneState::Proposed)
}

fn find(zones: &[Zone], id: ZoneId) -> Result<&Zone, Problem> {
    zones
        .iter()
        .find(|zone| zone.id == id && zone.state != ZoneState::Refused)
        .ok_or_else(|| Problem::new(Code::NotFound, "problem-zone-gone"))
}

/// Zones belong to the article and not to a layer, so that none is made here; but what is done
/// stays as it is.
fn refuse_if_done(session: &Session<'_, '_>) -> Result<(), Problem> {
    match &session.article.layer {
        Some(layer) if layer.status == LayerStatus::Done => {
            Err(Problem::new(Code::ReadOnly, "article-done"))
        }
        _ => Ok(()),
    }
}

fn counted(zones: usize) -> u32 {
    u32::try_from(zones).unwrap_or(u32::MAX)
}

/// The kind as the words know it.
const fn name(kind: ZoneKind) -> &'static str {
    match kind {
        ZoneKind::Skip => "skip",
        ZoneKind::Headline => "headline",
        ZoneKind::Subheading => "subheading",
        ZoneKind::Byline => "byline",
        ZoneKind::Dateline => "dateline",
        ZoneKind::Caption => "caption",
    }
}

const fn said_at(message: Message, caret: Option<Utf16>) -> Outcome {
    Outcome {
        message,
        current: None,
        active: None,
        caret,
    }
}
