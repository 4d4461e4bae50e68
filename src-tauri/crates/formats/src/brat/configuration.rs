//! `annotation.conf` and `visual.conf`, by which brat shows and edits what
//! the scheme has.

use super::annotations::{ATTRIBUTION, Attributions, CONTENT, CUE, SOURCE, Used};
use super::line::{name, one_line};
use postil_core::scheme::{Label, Scheme};
use std::collections::BTreeSet;
use std::fmt::Write;

/// The types, relations, events and attributes.
pub fn annotation(scheme: &Scheme, attributions: Option<&Attributions>, used: &Used) -> String {
    let kind = |label: &Label| span_type(label, attributions);
    let labels: Vec<&Label> = scheme.labels.iter().filter(|label| !label.zone).collect();
    let mut out = "[entities]\n".to_owned();
    for label in &labels {
        out.push_str(&format!("{}\n", kind(label)));
    }
    if attributions.is_some() {
        out.push_str(&format!("{ATTRIBUTION}\n"));
    }
    out.push_str("\n[relations]\n");
    for link in &scheme.links {
        let ends = |ids: &[String]| {
            let own = labels.iter().filter(|label| ids.contains(&label.id));
            let own: Vec<String> = own.map(|label| kind(label)).collect();
            own.join("|")
        };
        let (from, to) = (ends(&link.from), ends(&link.to));
        if !from.is_empty() && !to.is_empty() {
            // Writing into a text cannot fail.
            let _always = writeln!(out, "{}\tArg1:{from}, Arg2:{to}", name(&link.id));
        }
    }
    out.push_str("\n[events]\n");
    if attributions.is_some() {
        out.push_str(&format!(
            "{ATTRIBUTION}\t{SOURCE}*:{SOURCE}, {CUE}*:{CUE}, {CONTENT}*:{CONTENT}\n"
        ));
    }
    out.push_str("\n[attributes]\n");
    for (attribute, values) in attributes(scheme, used) {
        let own = labels.iter().filter(|label| {
            let has = label
                .attributes
                .iter()
                .any(|kind| name(&kind.id) == attribute);
            let links = scheme
                .links
                .iter()
                .any(|link| name(&link.id) == attribute && link.from.contains(&label.id));
            has || links
        });
        let own: Vec<String> = own.map(|label| kind(label)).collect();
        let of = if own.is_empty() {
            "<ANY>".to_owned()
        } else {
            own.join("|")
        };
        out.push_str(&format!("{attribute}\tArg:{of}"));
        if !values.is_empty() {
            let values: Vec<String> = values.into_iter().collect();
            out.push_str(&format!(", Value:{}", values.join("|")));
        }
        out.push('\n');
    }
    out
}

/// Attributes with the values that the scheme has or that were written.
fn attributes(scheme: &Scheme, used: &Used) -> Used {
    let mut all = used.clone();
    for kind in scheme.labels.iter().flat_map(|label| &label.attributes) {
        let values = kind
            .values
            .iter()
            .map(|choice| super::line::value(&choice.id));
        all.entry(name(&kind.id)).or_default().extend(values);
    }
    for link in scheme.links.iter().filter(|link| !link.special.is_empty()) {
        let values = link
            .special
            .iter()
            .map(|nobody| super::annotations::special(*nobody).to_owned());
        all.entry(name(&link.id)).or_default().extend(values);
    }
    all
}

fn span_type(label: &Label, attributions: Option<&Attributions>) -> String {
    let own = attributions.and_then(|names| names.types.get(&label.id));
    own.map_or_else(|| name(&label.id), |kind| (*kind).to_owned())
}

/// Labels and colours.
pub fn visual(scheme: &Scheme, attributions: Option<&Attributions>) -> String {
    let labels = || scheme.labels.iter().filter(|label| !label.zone);
    let mut seen = BTreeSet::new();
    let mut out = "[labels]\n".to_owned();
    let mut called = |id: String, title: &str, out: &mut String| {
        let title = one_line(title).replace('|', "/");
        if seen.insert(id.clone()) && !title.trim().is_empty() {
            out.push_str(&format!("{id} | {title}\n"));
        }
    };
    for label in labels() {
        called(span_type(label, attributions), &label.title, &mut out);
    }
    for link in &scheme.links {
        called(name(&link.id), &link.title, &mut out);
    }
    for kind in labels().flat_map(|label| &label.attributes) {
        called(name(&kind.id), &kind.title, &mut out);
    }
    out.push_str("\n[drawing]\n");
    for label in labels() {
        let id = span_type(label, attributions);
        out.push_str(&format!("{id}\tbgColor:{}\n", label.colour));
    }
    out
}
