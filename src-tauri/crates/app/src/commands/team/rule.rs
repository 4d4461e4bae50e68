//! The rule of a label, as it is read beside the article.

use crate::app::App;
use crate::commands::request::OfLabel;
use crate::problem::{Code, Problem};
use crate::wire::{DecisionView, RulePart, RuleView};
use postil_core::scheme::{AttributeKind, Choice, Decision, Label, LinkKind};

/// The rule of a label with its fields, their values, and the links that start
/// from it. What is switched off or retired is left out.
pub fn rule(app: &mut App, request: OfLabel) -> Result<RuleView, Problem> {
    let scheme = &app.opened()?.scheme;
    let label = scheme
        .label(&request.label)
        .ok_or_else(|| Problem::new(Code::NotFound, "problem-gone"))?;
    Ok(RuleView {
        label: of_label(label),
        links: scheme
            .links
            .iter()
            .filter(|link| link.enabled && !link.retired && link.from.contains(&label.id))
            .map(of_link)
            .collect(),
    })
}

fn of_label(label: &Label) -> RulePart {
    RulePart {
        id: label.id.clone(),
        title: titled(&label.title, &label.id),
        key: label.key.as_ref().map(|key| key.to_uppercase()),
        help: label.help.clone(),
        examples: label.examples.clone(),
        counter_examples: label.counter_examples.clone(),
        decisions: latest_first(&label.decisions),
        parts: offered(&label.attributes),
    }
}

fn offered(kinds: &[AttributeKind]) -> Vec<RulePart> {
    let offered = kinds.iter().filter(|kind| kind.enabled && !kind.retired);
    offered.map(of_attribute).collect()
}

fn of_attribute(kind: &AttributeKind) -> RulePart {
    RulePart {
        id: kind.id.clone(),
        title: titled(&kind.title, &kind.id),
        key: None,
        help: kind.help.clone(),
        examples: kind.examples.clone(),
        counter_examples: kind.counter_examples.clone(),
        decisions: latest_first(&kind.decisions),
        parts: kind
            .values
            .iter()
            .filter(|value| !value.retired)
            .map(of_value)
            .collect(),
    }
}

fn of_value(value: &Choice) -> RulePart {
    RulePart {
        id: value.id.clone(),
        title: titled(&value.title, &value.id),
        key: None,
        help: value.help.clone(),
        examples: value.examples.clone(),
        counter_examples: value.counter_examples.clone(),
        decisions: latest_first(&value.decisions),
        parts: Vec::new(),
    }
}

fn of_link(link: &LinkKind) -> RulePart {
    RulePart {
        id: link.id.clone(),
        title: titled(&link.title, &link.id),
        key: link.key.as_ref().map(|key| key.to_uppercase()),
        help: link.help.clone(),
        examples: link.examples.clone(),
        counter_examples: link.counter_examples.clone(),
        decisions: latest_first(&link.decisions),
        parts: offered(&link.attributes),
    }
}

fn titled(title: &str, id: &str) -> String {
    if title.is_empty() {
        id.replace('_', " ")
    } else {
        title.to_owned()
    }
}

fn latest_first(decisions: &[Decision]) -> Vec<DecisionView> {
    decisions
        .iter()
        .rev()
        .map(|decision| DecisionView {
            date: decision.date.clone(),
            text: decision.text.clone(),
        })
        .collect()
}
