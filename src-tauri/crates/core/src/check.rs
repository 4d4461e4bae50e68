//! Checks of a scheme: what an annotator has not finished, or may have missed.
//!
//! A check only tells. It changes nothing and is judged anew each time.

mod names;
mod quoted;

use crate::annotations::Annotations;
use crate::attribute::Attributes;
use crate::document::Zone;
use crate::entity::Entity;
use crate::id::SpanId;
use crate::link::circles;
use crate::scheme::{AttributeKind, Role, Scheme};
use crate::span::{Flag, Span};
use crate::text::{Extent, Text};
use serde::{Deserialize, Serialize};

/// The checks that a scheme may name: a closed list, as its rules are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Check {
    /// Nobody has said who says the claim.
    ClaimWithoutSourceDecision,
    /// No claim has this word of saying.
    CueWithoutClaim,
    /// It is not said for whom the place stands.
    MetonymicPlaceWithoutStandsFor,
    /// A quotation mark of a direct claim has no partner in it.
    UnbalancedQuotationInDirectClaim,
    /// Marked text begins or ends with white space.
    EdgeWhiteSpace,
    /// A name that is marked stands unmarked elsewhere.
    SameStringUnmarkedElsewhere,
    /// Two entities have the same identifier.
    EntityWithConflictingIds,
    /// It is not said who or what is mentioned.
    MentionWithoutEntity,
    /// A question for the team has no answer yet.
    OpenQuestion,
    /// A field that the scheme requires is empty. Looked for wherever a field
    /// is required, named among the checks or not.
    RequiredValue,
    /// A claim is a part of itself, as an import may bring it. Always looked
    /// for.
    PartOfItself,
    /// The text of a span was corrected and nobody has looked at it since.
    /// Always looked for.
    TextChanged,
}

impl Check {
    /// Whether an article may well be finished with such findings: they are
    /// worth a look and no more.
    #[must_use]
    pub const fn is_hint(self) -> bool {
        matches!(
            self,
            Self::SameStringUnmarkedElsewhere | Self::MentionWithoutEntity | Self::OpenQuestion
        )
    }
}

/// Something that a check found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The check.
    pub check: Check,
    /// The span it is about.
    pub span: SpanId,
    /// Where to look.
    pub extent: Extent,
    /// What stands there, or what the finding is about.
    pub quote: String,
    /// What shares the identifier, or the title of the empty field; empty for
    /// other checks.
    pub other: String,
    /// How many places it concerns, at least 1.
    pub count: u32,
}

impl Finding {
    fn of(check: Check, span: &Span) -> Self {
        Self {
            check,
            span: span.id,
            // A discontinuous span is shown where it begins.
            extent: span.extents().next().unwrap_or_else(|| span.hull()),
            quote: span.quote(),
            other: String::new(),
            count: 1,
        }
    }
}

/// What is judged.
pub struct Subject<'a> {
    /// The scheme, which says what is checked.
    pub scheme: &'a Scheme,
    /// The text.
    pub text: &'a Text,
    /// The layer.
    pub annotations: &'a Annotations,
    /// The register.
    pub entities: &'a [Entity],
    /// The zones of the article.
    pub zones: &'a [Zone],
}

/// What the scheme's checks find, in text order.
#[must_use]
pub fn findings(subject: &Subject<'_>) -> Vec<Finding> {
    let mut checks: Vec<Check> = subject.scheme.checks.iter().map(|kind| kind.id).collect();
    checks.extend([
        Check::RequiredValue,
        Check::PartOfItself,
        Check::TextChanged,
    ]);
    checks.sort_unstable();
    checks.dedup();
    let mut found = Vec::new();
    for check in checks {
        match check {
            Check::ClaimWithoutSourceDecision => without_source(subject, &mut found),
            Check::CueWithoutClaim => without_claim(subject, &mut found),
            Check::MetonymicPlaceWithoutStandsFor => without_stands_for(subject, &mut found),
            Check::UnbalancedQuotationInDirectClaim => quoted::unbalanced(subject, &mut found),
            Check::EdgeWhiteSpace => white_space(subject, &mut found),
            Check::SameStringUnmarkedElsewhere => names::unmarked(subject, &mut found),
            Check::EntityWithConflictingIds => names::conflicting(subject, &mut found),
            Check::MentionWithoutEntity => names::without_entity(subject, &mut found),
            Check::OpenQuestion => flagged(subject, check, Flag::Question, &mut found),
            Check::TextChanged => flagged(subject, check, Flag::TextChanged, &mut found),
            Check::RequiredValue => without_value(subject, &mut found),
            Check::PartOfItself => parts_of_themselves(subject, &mut found),
        }
    }
    found.sort_by_key(|finding| (finding.extent.start, finding.check, finding.span));
    found
}

impl Subject<'_> {
    fn with_role(&self, role: Role) -> impl Iterator<Item = &Span> {
        self.annotations
            .spans()
            .filter(move |span| self.scheme.role(&span.label) == role)
    }
}

fn without_source(subject: &Subject<'_>, found: &mut Vec<Finding>) {
    let Some(source) = subject.scheme.source_link().filter(|link| link.enabled) else {
        return;
    };
    let open = subject.annotations.labelled(&source.from).filter(|span| {
        subject
            .annotations
            .slot(span.id, &source.id)
            .next()
            .is_none()
    });
    found.extend(open.map(|span| Finding::of(Check::ClaimWithoutSourceDecision, span)));
}

fn without_claim(subject: &Subject<'_>, found: &mut Vec<Finding>) {
    let alone = subject
        .with_role(Role::Cue)
        .filter(|span| subject.annotations.links_to(span.id).next().is_none());
    found.extend(alone.map(|span| Finding::of(Check::CueWithoutClaim, span)));
}

fn without_stands_for(subject: &Subject<'_>, found: &mut Vec<Finding>) {
    let kinds: Vec<&str> = subject
        .scheme
        .links
        .iter()
        .filter(|link| link.enabled && link.to == ["entity"])
        .map(|link| link.id.as_str())
        .collect();
    if kinds.is_empty() {
        return;
    }
    let open = subject
        .with_role(Role::Place)
        .filter(|span| {
            span.attributes
                .values()
                .any(|attribute| attribute.value.as_line() == "metonymic")
        })
        .filter(|span| {
            !subject
                .annotations
                .links_from(span.id)
                .any(|link| kinds.contains(&link.kind.as_str()))
        });
    found.extend(open.map(|span| Finding::of(Check::MetonymicPlaceWithoutStandsFor, span)));
}

fn flagged(subject: &Subject<'_>, check: Check, flag: Flag, found: &mut Vec<Finding>) {
    let spans = subject.annotations.spans();
    let spans = spans.filter(|span| span.flags.contains(&flag));
    found.extend(spans.map(|span| Finding::of(check, span)));
}

/// The titles of the questions about the article that the scheme requires to
/// be answered and that are not.
#[must_use]
pub fn unanswered(scheme: &Scheme, answers: &Attributes) -> Vec<String> {
    let required = scheme.document_attributes.iter().filter(is_required);
    let open = required.filter(|kind| !answers.contains_key(&kind.id));
    open.map(|kind| title_of(kind).to_owned()).collect()
}

fn is_required(kind: &&AttributeKind) -> bool {
    kind.required && kind.enabled && !kind.retired
}

fn title_of(kind: &AttributeKind) -> &str {
    if kind.title.is_empty() {
        &kind.id
    } else {
        &kind.title
    }
}

fn without_value(subject: &Subject<'_>, found: &mut Vec<Finding>) {
    let scheme = subject.scheme;
    for kind in scheme
        .links
        .iter()
        .filter(|kind| kind.enabled && !kind.retired)
    {
        for field in kind.attributes.iter().filter(is_required) {
            let links = subject
                .annotations
                .links()
                .filter(|link| link.kind == kind.id);
            let empty = links.filter(|link| !link.attributes.contains_key(&field.id));
            let heads = empty.filter_map(|link| subject.annotations.span(link.head));
            let slot = if kind.title.is_empty() {
                &kind.id
            } else {
                &kind.title
            };
            found.extend(heads.map(|head| Finding {
                other: format!("{slot} › {}", title_of(field)),
                ..Finding::of(Check::RequiredValue, head)
            }));
        }
    }
    for label in &subject.scheme.labels {
        for kind in label.attributes.iter().filter(is_required) {
            let empty = subject
                .annotations
                .spans()
                .filter(|span| span.label == label.id && !span.attributes.contains_key(&kind.id));
            found.extend(empty.map(|span| Finding {
                other: title_of(kind).to_owned(),
                ..Finding::of(Check::RequiredValue, span)
            }));
        }
    }
}

fn parts_of_themselves(subject: &Subject<'_>, found: &mut Vec<Finding>) {
    let kinds = subject.scheme.links.iter().filter(|kind| kind.is_part_of());
    for kind in kinds {
        let links = subject.annotations.links();
        for circle in circles(links.filter(|link| link.kind == kind.id)) {
            let spans = circle.iter().filter_map(|id| subject.annotations.span(*id));
            let spans: Vec<&Span> = spans.collect();
            let [first, others @ ..] = spans.as_slice() else {
                continue;
            };
            found.push(Finding {
                other: others.first().map_or_else(String::new, |span| span.quote()),
                count: u32::try_from(spans.len()).unwrap_or(u32::MAX),
                ..Finding::of(Check::PartOfItself, first)
            });
        }
    }
}

fn white_space(subject: &Subject<'_>, found: &mut Vec<Finding>) {
    for span in subject.annotations.spans() {
        let loose = span
            .extents()
            .find(|extent| subject.text.trim_extent(*extent) != *extent);
        if let Some(extent) = loose {
            found.push(Finding {
                extent,
                ..Finding::of(Check::EdgeWhiteSpace, span)
            });
        }
    }
}

#[cfg(test)]
mod tests;
