//! The labeling configuration: what the scheme has, and the values written.

use super::write::{control, special};
use super::{LABEL, NOTE, TEXT, Used};
use crate::record::SAME_SPAN;
use postil_core::scheme::{Label, Scheme, ValueKind};
use std::collections::BTreeSet;

/// The configuration as XML.
pub fn configuration(scheme: &Scheme, used: &Used) -> String {
    let labels: Vec<&Label> = scheme.labels.iter().filter(|label| !label.zone).collect();
    let mut out = format!("<View>\n  <Labels name=\"{LABEL}\" toName=\"{TEXT}\">\n");
    for label in &labels {
        let (id, colour) = (escaped(&label.id), escaped(&label.colour));
        out.push_str(&format!(
            "    <Label value=\"{id}\" background=\"{colour}\"/>\n"
        ));
    }
    out.push_str("  </Labels>\n");
    out.push_str(&format!(
        "  <Text name=\"{TEXT}\" value=\"$text\" granularity=\"symbol\"/>\n"
    ));
    out.push_str("  <Relations>\n");
    for link in &scheme.links {
        out.push_str(&format!(
            "    <Relation value=\"{}\"/>\n",
            escaped(&link.id)
        ));
    }
    out.push_str(&format!(
        "    <Relation value=\"{SAME_SPAN}\"/>\n  </Relations>\n"
    ));
    let mut named: BTreeSet<String> = BTreeSet::from([NOTE.to_owned()]);
    for label in &labels {
        for kind in &label.attributes {
            let name = control(&label.id, &kind.id);
            named.insert(name.clone());
            if matches!(
                kind.kind,
                ValueKind::Text | ValueKind::Number | ValueKind::Vocabulary
            ) {
                out.push_str(&area(&name, Some(&label.id)));
                continue;
            }
            let mut values: BTreeSet<String> =
                kind.values.iter().map(|choice| choice.id.clone()).collect();
            if kind.kind == ValueKind::YesNo {
                values.extend(["true", "false"].map(str::to_owned));
            }
            values.extend(used.get(&name).into_iter().flatten().cloned());
            out.push_str(&choices(
                &name,
                Some(&label.id),
                kind.kind == ValueKind::Choices,
                &values,
            ));
        }
        for link in scheme
            .links
            .iter()
            .filter(|link| link.from.contains(&label.id))
        {
            let name = control(&label.id, &link.id);
            if !link.special.is_empty() && named.insert(name.clone()) {
                let values = link
                    .special
                    .iter()
                    .map(|nobody| special(*nobody).to_owned());
                out.push_str(&choices(&name, Some(&label.id), false, &values.collect()));
            }
        }
    }
    for (name, values) in used {
        if named.insert(name.clone()) {
            out.push_str(&choices(name, None, true, values));
        }
    }
    out.push_str(&area(NOTE, None));
    out.push_str("</View>\n");
    out
}

fn of_label(label: Option<&str>) -> String {
    label.map_or_else(String::new, |label| {
        format!(
            " whenTagName=\"{LABEL}\" whenLabelValue=\"{}\"",
            escaped(label)
        )
    })
}

fn area(name: &str, label: Option<&str>) -> String {
    let (name, of) = (escaped(name), of_label(label));
    format!("  <TextArea name=\"{name}\" toName=\"{TEXT}\" perRegion=\"true\"{of}/>\n")
}

fn choices(name: &str, label: Option<&str>, several: bool, values: &BTreeSet<String>) -> String {
    let choice = if several { "multiple" } else { "single" };
    let mut out = format!(
        "  <Choices name=\"{}\" toName=\"{TEXT}\" choice=\"{choice}\" perRegion=\"true\"{}>\n",
        escaped(name),
        of_label(label)
    );
    for value in values {
        out.push_str(&format!("    <Choice value=\"{}\"/>\n", escaped(value)));
    }
    out.push_str("  </Choices>\n");
    out
}

/// A text inside quotation marks of XML. What XML cannot hold becomes U+FFFD.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\n' | '\t' | '\r' => out.push_str(&format!("&#{};", u32::from(character))),
            '\u{0}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => out.push('\u{fffd}'),
            other => out.push(other),
        }
    }
    out
}
