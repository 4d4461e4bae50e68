//! What the annotator has not finished.

use crate::app::{App, OpenProject};
use crate::commands::annotate::short;
use crate::commands::request::OfDocument;
use crate::problem::Problem;
use crate::view::message;
use crate::wire::{FindingView, Findings, Message};
use postil_core::attribute::Attributes;
use postil_core::check::{Check, Finding, Subject, findings, unanswered};
use postil_core::id::DocumentId;
use postil_core::text::Extent;

/// The most findings that are sent; all are counted.
const LONGEST: usize = 500;

/// What the scheme's checks find in an article.
pub fn checks(app: &mut App, request: OfDocument) -> Result<Findings, Problem> {
    let open = app.opened()?;
    let Found {
        findings: found,
        unanswered,
    } = found(open, request.document)?;
    let hints = found.iter().filter(|finding| finding.check.is_hint());
    let hints = count(hints.count());
    let all = count(found.len().saturating_add(unanswered.len()));
    let article = open.article(request.document)?;
    let questions = unanswered.into_iter().map(|question| {
        Ok(FindingView {
            message: message("check-unanswered").with("question", question),
            range: article.range(Extent::default())?,
            span: None,
            hint: false,
        })
    });
    let marks = found.iter().map(|finding| {
        Ok(FindingView {
            message: sentence(finding),
            range: article.range(finding.extent)?,
            span: Some(finding.span),
            hint: finding.check.is_hint(),
        })
    });
    Ok(Findings {
        open: all.saturating_sub(hints),
        hints,
        findings: questions
            .chain(marks)
            .take(LONGEST)
            .collect::<Result<_, Problem>>()?,
    })
}

/// How much of an article is unfinished; hints do not count.
pub fn unfinished(open: &mut OpenProject, document: DocumentId) -> Result<u32, Problem> {
    let found = found(open, document)?;
    let open = found.findings.iter();
    let open = open.filter(|finding| !finding.check.is_hint()).count();
    Ok(count(open.saturating_add(found.unanswered.len())))
}

struct Found {
    findings: Vec<Finding>,
    /// Titles of questions about the article that wait for an answer.
    unanswered: Vec<String>,
}

fn found(open: &mut OpenProject, document: DocumentId) -> Result<Found, Problem> {
    let zones = open.project.zones(document)?;
    let entities = open.project.entities()?;
    open.article(document)?;
    let article = open
        .article
        .as_ref()
        .ok_or_else(|| Problem::internal("no article"))?;
    let none = Attributes::new();
    let answers = article.layer.as_ref().map_or(&none, |layer| &layer.answers);
    Ok(Found {
        findings: findings(&Subject {
            scheme: &open.scheme,
            text: &article.text,
            annotations: &article.annotations,
            entities: &entities,
            zones: &zones,
        }),
        unanswered: unanswered(&open.scheme, answers),
    })
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
        Check::TextChanged => "check-text-changed",
    };
    message(key)
        .with("quote", short(&finding.quote))
        .with("other", short(&finding.other))
        .count("count", finding.count)
}
