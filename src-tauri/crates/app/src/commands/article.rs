//! The article on screen: its text, language, zones and status.

use crate::app::{App, Outcome};
use crate::commands::request::{AtCaret, OfDocument, SetDone};
use crate::problem::{Code, Problem};
use crate::view::{self, message};
use crate::wire::{ArticleView, Comparison, Edited};
use postil_core::document::{Zone, ZoneKind, ZoneState};
use postil_core::id::ZoneId;
use postil_core::layer::{Layer, LayerStatus};

/// Opens an article.
pub fn open_article(app: &mut App, request: OfDocument) -> Result<ArticleView, Problem> {
    let open = app.opened()?;
    open.article(request.document)?;
    let article = open
        .article
        .as_ref()
        .ok_or_else(|| Problem::internal("no article"))?;
    view::article_view(article, &open.project)
}

/// Marks an article done or open again; done names the next unfinished.
pub fn set_done(app: &mut App, request: SetDone) -> Result<Edited, Problem> {
    if request.done && !request.anyway {
        let open = super::check::unfinished(app.opened()?, request.document)?;
        if open > 0 {
            return Err(Problem::new(Code::Invalid, "article-unfinished").count("count", open));
        }
    }
    let mut edited = app.edit("step-done", request.document, |session| {
        // A done layer is read-only for marks, not for being reopened.
        let status = if request.done {
            LayerStatus::Done
        } else {
            LayerStatus::Started
        };
        let layer = match &session.article.layer {
            Some(layer) => layer.clone(),
            None => {
                session.layer()?;
                let made = session.article.layer.clone();
                made.ok_or_else(|| Problem::internal("no layer"))?
            }
        };
        let changed = Layer { status, ..layer };
        session.edits.update_layer(&changed)?;
        session.article.layer = Some(changed);
        let said = message(if request.done {
            "said-done"
        } else {
            "said-reopened"
        });
        Ok(Outcome {
            message: said,
            current: None,
            active: None,
            caret: None,
        })
    })?;
    if request.done {
        let rows = view::document_rows(app.opened()?)?;
        let here = rows
            .iter()
            .position(|row| row.id == request.document)
            .unwrap_or(0);
        let (earlier, later) = rows.split_at(here);
        edited.next = later
            .iter()
            .chain(earlier)
            .find(|row| row.status != LayerStatus::Done && row.id != request.document)
            .map(|row| row.id);
    }
    Ok(edited)
}

/// This paragraph is not the article; again: it is.
pub fn toggle_zone(app: &mut App, request: AtCaret) -> Result<Edited, Problem> {
    let zones = app.opened()?.project.zones(request.document)?;
    app.edit("step-zone", request.document, |session| {
        session.layer()?;
        let caret = session.article.position(request.caret)?;
        let paragraph = session.article.text.paragraph_at(caret);
        let paragraph =
            paragraph.ok_or_else(|| Problem::new(Code::Invalid, "problem-no-paragraph"))?;
        let there = zones
            .iter()
            .find(|zone| zone.kind == ZoneKind::Skip && zone.extent().overlaps(paragraph));
        let said = match there {
            Some(zone) if zone.state != ZoneState::Refused => {
                session.edits.delete_zone(zone.id)?;
                message("said-zone-gone")
            }
            Some(zone) => {
                let accepted = Zone {
                    state: ZoneState::Accepted,
                    by: Some(session.annotator),
                    ..zone.clone()
                };
                session.edits.update_zone(&accepted)?;
                message("said-zone")
            }
            None => {
                session.edits.insert_zone(Zone {
                    id: ZoneId::UNSTORED,
                    uid: session.environment.uid(),
                    document: session.article.document,
                    start: paragraph.start,
                    end: paragraph.end,
                    kind: ZoneKind::Skip,
                    reason: "other".to_owned(),
                    state: ZoneState::Accepted,
                    by: Some(session.annotator),
                })?;
                message("said-zone")
            }
        };
        Ok(Outcome {
            message: said,
            current: None,
            active: None,
            caret: None,
        })
    })
}

/// Compares a practice article with its reference.
pub fn compare_practice(app: &mut App, request: OfDocument) -> Result<Comparison, Problem> {
    let open = app.opened()?;
    open.article(request.document)?;
    crate::practice::compare(open, request.document)
}
