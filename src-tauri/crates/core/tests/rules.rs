//! The built-in rules are written out: an annotator finds none that is empty.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot go on fails"
)]

use postil_core::scheme::{DEFAULT, Scheme};
use std::collections::BTreeSet;

/// What has a rule, as the path to it, the rule, examples, counter-examples.
type Rule<'s> = (String, &'s str, &'s [String], &'s [String]);

fn rules(scheme: &Scheme) -> Vec<Rule<'_>> {
    let mut all: Vec<Rule<'_>> = Vec::new();
    let own = scheme
        .labels
        .iter()
        .map(|label| (label.id.as_str(), &label.attributes));
    for (head, attributes) in own.chain([("article", &scheme.document_attributes)]) {
        for kind in attributes {
            let path = format!("{head} {}", kind.id);
            for value in &kind.values {
                let path = format!("{path} {}", value.id);
                all.push((path, &value.help, &value.examples, &value.counter_examples));
            }
            all.push((path, &kind.help, &kind.examples, &kind.counter_examples));
        }
    }
    for label in &scheme.labels {
        all.push((
            label.id.clone(),
            &label.help,
            &label.examples,
            &label.counter_examples,
        ));
    }
    for link in &scheme.links {
        all.push((
            link.id.clone(),
            &link.help,
            &link.examples,
            &link.counter_examples,
        ));
    }
    all
}

#[test]
fn every_label_attribute_value_and_link_has_a_rule() {
    let scheme = Scheme::parse(DEFAULT).unwrap();
    let rules = rules(&scheme);
    assert!(rules.len() > 80, "{}", rules.len());
    let empty: Vec<&str> = rules
        .iter()
        .filter(|(_, help, ..)| !help.ends_with('.'))
        .map(|(path, ..)| path.as_str())
        .collect();
    assert!(empty.is_empty(), "no rule, or no sentence: {empty:?}");
}

#[test]
fn labels_and_links_have_examples_in_several_scripts() {
    let scheme = Scheme::parse(DEFAULT).unwrap();
    for (path, _, examples, counter_examples) in rules(&scheme) {
        let named = scheme.label(&path).is_some();
        if named || scheme.link(&path).is_some() {
            assert!(!examples.is_empty(), "{path}");
        }
        if named {
            assert!(!counter_examples.is_empty(), "{path}");
        }
        // What is meant stands in brackets that have a partner.
        for example in examples.iter().chain(counter_examples) {
            let count = |bracket| example.matches(bracket).count();
            assert_eq!(count('['), count(']'), "{path}: {example}");
        }
    }
    let scripts: BTreeSet<&str> = rules(&scheme)
        .iter()
        .flat_map(|(_, _, examples, _)| examples.iter())
        .flat_map(|example| example.chars())
        .filter_map(|letter| match letter {
            '\u{400}'..='\u{4ff}' => Some("Cyrillic"),
            '\u{600}'..='\u{6ff}' => Some("Arabic"),
            '\u{3040}'..='\u{30ff}' => Some("kana"),
            '\u{4e00}'..='\u{9fff}' => Some("Han"),
            _ => None,
        })
        .collect();
    assert_eq!(scripts.len(), 4, "{scripts:?}");
}
