//! Direct claims whose quotation marks do not pair.

use super::{Check, Finding, Subject};
use crate::scheme::{AttributeRule, Role};
use crate::span::Span;
use crate::text::quotation::{quotations, stray_marks};
use crate::text::{Extent, Text};

pub(super) fn unbalanced(subject: &Subject<'_>, found: &mut Vec<Finding>) {
    let open = subject
        .with_role(Role::Statement)
        .filter(|span| is_direct(subject, span))
        .filter(|span| !pairs(&whole(subject, span)));
    found.extend(open.map(|span| Finding::of(Check::UnbalancedQuotationInDirectClaim, span)));
}

fn is_direct(subject: &Subject<'_>, span: &Span) -> bool {
    let attributes = subject
        .scheme
        .label(&span.label)
        .map_or(&[][..], |label| &label.attributes);
    attributes
        .iter()
        .filter(|kind| kind.rule == Some(AttributeRule::QuotationMarks))
        .filter_map(|kind| span.attributes.get(&kind.id))
        .any(|attribute| attribute.value.as_line() == "direct")
}

/// The fragments as one text: an interrupted quotation may open in the first
/// and close in the last. Paragraphs stay apart, because each may open anew.
fn whole(subject: &Subject<'_>, span: &Span) -> Text {
    let mut joined = String::new();
    let mut end = None;
    for fragment in &span.fragments {
        if let Some(start) = end {
            let between = Extent {
                start,
                end: fragment.start,
            };
            let parted = subject
                .text
                .slice(between)
                .is_some_and(|gap| gap.contains('\n'));
            joined.push(if parted { '\n' } else { ' ' });
        }
        joined.push_str(&fragment.quote);
        end = Some(fragment.end);
    }
    Text::new(joined)
}

fn pairs(text: &Text) -> bool {
    quotations(text).iter().all(|quotation| quotation.closed) && stray_marks(text).is_empty()
}
