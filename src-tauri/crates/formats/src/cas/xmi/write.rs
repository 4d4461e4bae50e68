//! A CAS as XMI.

use super::super::model::{Cas, VIEW, Value};
use super::characters::escape;
use std::collections::BTreeMap;
use std::fmt::Write as _;

pub(super) fn write(cas: &Cas) -> Vec<u8> {
    let mut prefixes: BTreeMap<String, String> = BTreeMap::new();
    for one in &cas.structures {
        let (namespace, _) = split(&one.kind);
        let next = prefixes.len();
        prefixes
            .entry(namespace)
            .or_insert_with(|| format!("t{next}"));
    }
    let mut out = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<xmi:XMI");
    out.push_str(" xmlns:xmi=\"http://www.omg.org/XMI\" xmlns:cas=\"http:///uima/cas.ecore\"");
    for (namespace, prefix) in &prefixes {
        let _ = write!(out, " xmlns:{prefix}=\"{namespace}\"");
    }
    out.push_str(" xmi:version=\"2.0\">\n");
    for one in &cas.structures {
        let (namespace, name) = split(&one.kind);
        let prefix = prefixes.get(&namespace).map_or("cas", String::as_str);
        let _ = write!(out, "<{prefix}:{name} xmi:id=\"{}\"", one.id);
        if let Some((begin, end)) = one.extent {
            let _ = write!(out, " sofa=\"1\" begin=\"{begin}\" end=\"{end}\"");
        }
        let mut children = String::new();
        for (feature, value) in &one.features {
            match value {
                Value::Text(text) => attribute(&mut out, feature, text),
                Value::YesNo(yes) => attribute(&mut out, feature, &yes.to_string()),
                Value::References(ids) => {
                    let ids: Vec<String> = ids.iter().map(u32::to_string).collect();
                    attribute(&mut out, feature, &ids.join(" "));
                }
                Value::Texts(texts) => {
                    for text in texts {
                        let _ = write!(children, "<{feature}>");
                        escape(text, &mut children);
                        let _ = write!(children, "</{feature}>");
                    }
                }
            }
        }
        if children.is_empty() {
            out.push_str("/>\n");
        } else {
            let _ = writeln!(out, ">{children}</{prefix}:{name}>");
        }
    }
    let _ = write!(
        out,
        "<cas:Sofa xmi:id=\"1\" sofaNum=\"1\" sofaID=\"{VIEW}\" mimeType=\"text\""
    );
    attribute(&mut out, "sofaString", &cas.text);
    let members: Vec<String> = cas
        .structures
        .iter()
        .map(|one| one.id.to_string())
        .collect();
    let _ = write!(
        out,
        "/>\n<cas:View sofa=\"1\" members=\"{}\"/>\n</xmi:XMI>\n",
        members.join(" ")
    );
    out.into_bytes()
}

/// The namespace and the name of an element that stands for a type.
fn split(kind: &str) -> (String, &str) {
    let (package, name) = kind.rsplit_once('.').unwrap_or(("", kind));
    (format!("http:///{}.ecore", package.replace('.', "/")), name)
}

fn attribute(out: &mut String, name: &str, value: &str) {
    let _ = write!(out, " {name}=\"");
    escape(value, out);
    out.push('"');
}
