//! The scheme's faults and effects as its editor shows them.

use crate::rewrite::{Effect, choices, trail};
use crate::view::message;
use crate::wire::{
    ContrastView, Message, PartChoice, SchemeEffect, SchemeFault, SchemeTemplate, SchemeVerdict,
};
use postil_core::scheme::colour::{Colour, contrasts};
use postil_core::scheme::{Fault, FaultKind, Scheme};

/// What is wrong with a scheme, and how its colours do.
#[must_use]
pub fn verdict(scheme: &Scheme) -> SchemeVerdict {
    SchemeVerdict {
        faults: scheme.faults().iter().map(fault_view).collect(),
        contrasts: scheme
            .labels
            .iter()
            .map(|label| {
                let colour = Colour::parse(&label.colour);
                let contrasts = colour.map(|colour| contrasts(label.shape, colour));
                contrasts
                    .unwrap_or_default()
                    .into_iter()
                    .map(|contrast| ContrastView {
                        theme: contrast.theme.to_owned(),
                        ratio: contrast.ratio,
                        needed: contrast.needed,
                    })
                    .collect()
            })
            .collect(),
    }
}

fn fault_view(fault: &Fault) -> SchemeFault {
    SchemeFault {
        pointer: fault.place.pointer.clone(),
        message: fault_message(fault),
        refuses: fault.refuses(),
    }
}

/// A fault as a sentence; `place` is where, `none` for the whole scheme.
#[must_use]
pub fn fault_message(fault: &Fault) -> Message {
    let said = match &fault.kind {
        FaultKind::TooLarge(size) => message("problem-scheme-large")
            .count("size", u32::try_from(size / 1024).unwrap_or(u32::MAX)),
        FaultKind::NoLabel => message("problem-scheme-no-label"),
        FaultKind::Id(id) => message("problem-scheme-id").with("id", id.clone()),
        FaultKind::DuplicateId(id) => message("problem-scheme-id-twice").with("id", id.clone()),
        FaultKind::NoTitle => message("problem-scheme-no-title"),
        FaultKind::NoLetter(key) => message("problem-scheme-no-letter").with("key", key.clone()),
        FaultKind::GrammarLetter(letter) => {
            message("problem-scheme-grammar-letter").with("key", letter.to_string())
        }
        FaultKind::LetterTaken { letter, by } => message("problem-scheme-letter-taken")
            .with("key", letter.to_string())
            .with("by", by.clone()),
        FaultKind::Colour(colour) => {
            message("problem-scheme-colour").with("colour", colour.clone())
        }
        FaultKind::Contrast {
            theme,
            ratio,
            needed,
            unreadable,
        } => message(if *unreadable {
            "problem-scheme-contrast-none"
        } else {
            "problem-scheme-contrast"
        })
        .with("theme", *theme)
        .with("ratio", format!("{ratio:.1}"))
        .with("needed", needed.to_string()),
        FaultKind::ZoneShape => message("problem-scheme-zone-shape"),
        FaultKind::NoEnds => message("problem-scheme-no-ends"),
        FaultKind::UnknownLabel(label) => {
            message("problem-scheme-unknown-label").with("label", label.clone())
        }
        FaultKind::NoValues => message("problem-scheme-no-values"),
        FaultKind::Default(value) => message("problem-scheme-default").with("value", value.clone()),
        FaultKind::RuleValue(value) => {
            message("problem-scheme-rule-value").with("value", value.clone())
        }
    };
    let place = fault.place.line();
    let place = if place.is_empty() { "none" } else { &place };
    said.with("place", place)
}

/// What becomes of a part: `old` has it, `draft` has not.
#[must_use]
pub fn effect_view(effect: &Effect, old: &Scheme, draft: &Scheme) -> SchemeEffect {
    let named = |id: &String| {
        let title = trail(draft, &effect.part.named(id));
        let title = title.rsplit(" › ").next().unwrap_or_default().to_owned();
        PartChoice {
            id: id.clone(),
            title,
        }
    };
    SchemeEffect {
        part: effect.part.clone(),
        title: trail(old, &effect.part),
        instead: effect.instead.clone(),
        decided: effect.decided,
        spans: effect.spans,
        links: effect.links,
        values: effect.values,
        articles: effect.articles,
        lost_values: effect.lost_values,
        lost_links: effect.lost_links,
        choices: choices(draft, &effect.part).iter().map(named).collect(),
    }
}

/// A scheme that comes with the program.
#[must_use]
pub fn template_view(scheme: &Scheme) -> SchemeTemplate {
    SchemeTemplate {
        id: scheme.uid.clone(),
        title: scheme.title.clone(),
        help: scheme.help.clone(),
    }
}
