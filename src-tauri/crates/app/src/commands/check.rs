//! What the annotator has not finished.

use crate::app::{App, OpenProject};
use crate::commands::annotate::short;
use crate::commands::request::OfDocument;
use crate::problem::Problem;
use crate::view::message;
use crate::wire::{FindingView, Findings, Message};
use postil_core::check::{Check, Finding, Subject, findings};
use postil_core::id::DocumentId;

/// The most findings that are sent; all are counted.
const LONGEST: usize = 500;

/// What the scheme's checks find in an article.
pub fn checks(app: &mut App, request: OfDocument) -> Result<Findings, Problem> {
    let open = app.opened()?;
    let found = found(open, request.document)?;
    let hints = found.iter().filter(|finding| finding.check.is_hint());
    let hints = count(hints.count());
    let article = open.article(request.document)?;
    Ok(Findings {
        open: count(found.len()).saturating_sub(hints),
        hints,
        findings: found
            .iter()
            .take(LONGEST)
            .map(|finding| {
                Ok(FindingView {
                    message: sentence(finding),
                    range: article.range(finding.extent)?,
                    span: finding.span,
                    hint: finding.check.is_hint(),
                })
            })
            .collect::<Result<_, Problem>>()?,
    })
}

/// How much of an article is unfinished; hints do not count.
pub fn unfinished(open: &mut OpenProject, document: DocumentId) -> Result<u32, Problem> {
    let found = found(open, document)?;
    let open = found.iter().filter(|finding| !finding.check.is_hint());
    Ok(count(open.count()))
}

fn found(open: &mut OpenProject, document: DocumentId) -> Result<Vec<Finding>, Problem> {
    let zones = open.project.zones(document)?;
    let entities = open.project.entities()?;
    open.article(document)?;
    let article = open
        .article
        .as_ref()
        .ok_or_else(|| Problem::internal("no article"))?;
    Ok(findings(&Subject {
        scheme: &open.scheme,
        text: &article.text,
        annotations: &article.annotations,
        entities: &entities,
        zones: &zones,
    }))
}

fn count(found: usize) -> u32 {
    u32::try_from(found).unwrap_or(u32::MAX)
}

fn sentence(finding: &Finding) -> Message {
    let key = match finding.check {
        Check::ClaimWithoutSourceDecision => "check-claim-without-source",
        Check::CueWithoutClaim => "check-cue-without-claim",
        Check::MetonymicPlaceWithoutStandsFor => "check-place-without-stands-for",
        Check::UnbalancedQuotationInDirectClaim => "check-unbalanced-quotation",
        Check::EdgeWhiteSpace => "check-edge-white-space",
        Check::SameStringUnmarkedElsewhere => "check-unmarked-elsewhere",
        Check::EntityWithConflictingIds => "check-conflicting-ids",
        Check::MentionWithoutEntity => "check-mention-without-entity",
        Check::OpenQuestion => "check-open-question",
        Check::RequiredValue => "check-required-value",
        Check::PartOfItself => "check-part-of-itself",
    };
    message(key)
        .with("quote", short(&finding.quote))
        .with("other", short(&finding.other))
        .count("count", finding.count)
}
