//! The types that a scheme makes, and those that only the data has.

use super::model::{ANNOTATION, Range, Type, Types};
use super::names::{
    ARTICLE, BY_RULE, DEPENDENT, ENTITY, ENTITY_NAME, FLAGS, FRAGMENT_OF, GOVERNOR, LINK, NOTE,
    OTHER, RECORD, SPAN, SPECIAL, TARGET, TITLE, UID, encode,
};
use postil_core::scheme::{AttributeKind, Scheme, ValueKind};

/// The types of everything that the scheme allows.
pub(super) fn types(scheme: &Scheme) -> Types {
    let mut types = Types::new();
    types.insert(
        ARTICLE.to_owned(),
        annotation(&[(RECORD, Range::Text), (TITLE, Range::Text)]),
    );
    for label in scheme.labels.iter().filter(|label| !label.zone) {
        add_span(&mut types, &label.id);
        if let Some(made) = types.get_mut(&span(&label.id)) {
            for attribute in &label.attributes {
                made.features
                    .insert(encode(&attribute.id), holds(attribute));
            }
        }
    }
    for link in &scheme.links {
        add_link(&mut types, &link.id);
    }
    types
}

/// The type of a label.
pub(super) fn span(label: &str) -> String {
    format!("{SPAN}{}", encode(label))
}

/// The type of links of a kind between spans.
pub(super) fn link(kind: &str) -> String {
    format!("{LINK}{}", encode(kind))
}

/// The type of other links of a kind.
pub(super) fn target(kind: &str) -> String {
    format!("{TARGET}{}", encode(kind))
}

/// Sees to the type of a label, in the scheme or not.
pub(super) fn add_span(types: &mut Types, label: &str) {
    types.entry(span(label)).or_insert_with(|| {
        annotation(&[
            (UID, Range::Text),
            (ENTITY, Range::Text),
            (ENTITY_NAME, Range::Text),
            (NOTE, Range::Text),
            (FLAGS, Range::Texts),
            (BY_RULE, Range::Texts),
            (OTHER, Range::Text),
            (FRAGMENT_OF, Range::Text),
        ])
    });
}

/// Sees to the types of a kind of link, in the scheme or not.
pub(super) fn add_link(types: &mut Types, kind: &str) {
    let end = || Range::Named(ANNOTATION.to_owned());
    let common = [
        (UID, Range::Text),
        (NOTE, Range::Text),
        (BY_RULE, Range::YesNo),
        (OTHER, Range::Text),
        (GOVERNOR, end()),
    ];
    types.entry(link(kind)).or_insert_with(|| {
        let mut made = annotation(&common);
        made.features.insert(DEPENDENT.to_owned(), end());
        made
    });
    types.entry(target(kind)).or_insert_with(|| {
        let mut made = annotation(&common);
        for feature in [ENTITY, ENTITY_NAME, SPECIAL] {
            made.features.insert(feature.to_owned(), Range::Text);
        }
        made
    });
}

fn annotation(features: &[(&str, Range)]) -> Type {
    Type {
        supertype: ANNOTATION.to_owned(),
        features: features
            .iter()
            .map(|(name, range)| ((*name).to_owned(), range.clone()))
            .collect(),
    }
}

const fn holds(attribute: &AttributeKind) -> Range {
    match attribute.kind {
        ValueKind::YesNo => Range::YesNo,
        ValueKind::Choices => Range::Texts,
        _ => Range::Text,
    }
}
