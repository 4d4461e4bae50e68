//! A CAS from XMI. Entities of a DTD are refused, so that no small file
//! becomes a large one.

use super::super::model::{Cas, Range, Structure, Types, Value, range};
use crate::error::Fault;
use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::{Reader, XmlVersion};
use std::collections::{BTreeMap, HashMap};

/// A part of an XML file, names without their prefix.
pub(super) enum Node {
    Start {
        name: String,
        /// The namespace of its prefix.
        namespace: String,
        attributes: Vec<(String, String)>,
    },
    Text(String),
    End,
}

/// The parts of an XML file in order.
pub(super) struct Nodes<'a> {
    reader: Reader<&'a [u8]>,
    namespaces: HashMap<String, String>,
}

impl<'a> Nodes<'a> {
    pub fn new(bytes: &'a [u8]) -> Result<Self, Fault> {
        let text = std::str::from_utf8(bytes).map_err(|_| Fault::NotUtf8)?;
        let mut reader = Reader::from_str(text);
        reader.config_mut().expand_empty_elements = true;
        Ok(Self {
            reader,
            namespaces: HashMap::new(),
        })
    }

    pub fn next(&mut self) -> Result<Option<Node>, Fault> {
        loop {
            return Ok(Some(
                match self.reader.read_event().map_err(|error| fault(&error))? {
                    Event::Start(start) => self.start(&start)?,
                    Event::End(_) => Node::End,
                    Event::Text(text) => Node::Text(text.to_string()),
                    Event::CData(text) => Node::Text(text.to_string()),
                    Event::GeneralRef(entity) => Node::Text(resolved(&entity)?),
                    Event::Eof => return Ok(None),
                    _ => continue,
                },
            ));
        }
    }

    fn start(&mut self, start: &BytesStart<'_>) -> Result<Node, Fault> {
        let mut attributes = Vec::new();
        for attribute in start.attributes() {
            let attribute = attribute.map_err(|error| fault(&error))?;
            let key = attribute.key.as_ref().to_owned();
            let value = attribute
                .normalized_value(XmlVersion::Implicit1_0)
                .map_err(|error| fault(&error))?
                .into_owned();
            match key.strip_prefix("xmlns:") {
                Some(prefix) => drop(self.namespaces.insert(prefix.to_owned(), value)),
                None => attributes.push((key, value)),
            }
        }
        let name = start.name().as_ref().to_owned();
        let (prefix, name) = name.split_once(':').unwrap_or(("", &name));
        Ok(Node::Start {
            name: name.to_owned(),
            namespace: self.namespaces.get(prefix).cloned().unwrap_or_default(),
            attributes,
        })
    }
}

fn fault(reason: &dyn std::fmt::Display) -> Fault {
    Fault::NotThis {
        format: "CAS XMI",
        reason: reason.to_string(),
    }
}

fn resolved(entity: &BytesRef<'_>) -> Result<String, Fault> {
    if let Some(character) = entity.resolve_char_ref().map_err(|error| fault(&error))? {
        return Ok(character.to_string());
    }
    let name: &str = entity;
    quick_xml::escape::resolve_predefined_entity(name)
        .map(str::to_owned)
        .ok_or_else(|| fault(&format!("it names an entity “{name}”")))
}

/// Reads a file; `types` are those of the file of types beside it.
pub(in super::super) fn read(bytes: &[u8], types: &Types) -> Result<Cas, Fault> {
    let mut nodes = Nodes::new(bytes)?;
    let mut cas = Cas {
        types: types.clone(),
        ..Cas::default()
    };
    let (mut sofa, mut has_text) = (None, false);
    let mut depth = 0_usize;
    let mut open: Option<Structure> = None;
    let mut child: Option<(String, String)> = None;
    let mut of_other_text: Vec<u32> = Vec::new();
    while let Some(node) = nodes.next()? {
        match node {
            Node::Start {
                name,
                namespace,
                attributes,
            } => {
                depth += 1;
                match depth {
                    1 if name != "XMI" => return Err(fault(&"its first element is not XMI")),
                    2 if name == "Sofa" && !has_text => {
                        let value = |key: &str| {
                            let found = attributes.iter().find(|(own, _)| own == key);
                            found.map(|(_, value)| value.clone())
                        };
                        if let Some(text) = value("sofaString") {
                            has_text = true;
                            cas.text = text;
                            sofa = value("xmi:id");
                        }
                    }
                    2 if name != "Sofa" && name != "View" && name != "NULL" => {
                        let kind = kind(&namespace, &name);
                        let (one, of) = structure(kind, attributes, types);
                        if let Some(of) = of {
                            of_other_text.extend(of.parse::<u32>());
                        }
                        open = Some(one);
                    }
                    3 => child = Some((name, String::new())),
                    _ => {}
                }
            }
            Node::Text(text) => {
                if let Some((_, words)) = &mut child {
                    words.push_str(&text);
                }
            }
            Node::End => {
                if depth == 3
                    && let (Some((feature, words)), Some(one)) = (child.take(), &mut open)
                {
                    let several = one
                        .features
                        .entry(feature)
                        .or_insert_with(|| Value::Texts(Vec::new()));
                    if let Value::Texts(texts) = several {
                        texts.push(words);
                    }
                }
                if depth == 2 {
                    cas.structures.extend(open.take());
                }
                depth = depth.saturating_sub(1);
            }
        }
    }
    let Some(sofa) = sofa
        .and_then(|id| id.parse::<u32>().ok())
        .filter(|_| has_text)
    else {
        return Err(fault(&"it has no text"));
    };
    // Annotations of another text than the first are not of this article.
    let mut texts = of_other_text.into_iter();
    cas.structures
        .retain(|one| one.extent.is_none() || texts.next() == Some(sofa));
    inline(&mut cas);
    Ok(cas)
}

/// `http:///a/b.ecore` and `C` are the type `a.b.C`.
fn kind(namespace: &str, name: &str) -> String {
    let package = namespace
        .trim_start_matches("http:///")
        .trim_end_matches(".ecore");
    match package {
        "" | "uima/noNamespace" => name.to_owned(),
        package => format!("{}.{name}", package.replace('/', ".")),
    }
}

/// A structure, and the text it belongs to if it marks words.
fn structure(
    kind: String,
    attributes: Vec<(String, String)>,
    types: &Types,
) -> (Structure, Option<String>) {
    let mut own: BTreeMap<String, String> = attributes.into_iter().collect();
    let id = own.remove("xmi:id").and_then(|id| id.parse().ok());
    let of = own.remove("sofa");
    let mut place = |key: &str| own.remove(key).and_then(|place| place.parse::<u32>().ok());
    let extent = place("begin").zip(place("end"));
    let features = own
        .into_iter()
        .map(|(feature, text)| {
            let value = match range(types, &kind, &feature) {
                Some(Range::YesNo) => Value::YesNo(text == "true"),
                Some(Range::Named(name)) if is_reference(name) => references(&text),
                None if ["Governor", "Dependent", "target"].contains(&feature.as_str()) => {
                    references(&text)
                }
                _ => Value::Text(text),
            };
            (feature, value)
        })
        .collect();
    let of = extent.map(|_| of.unwrap_or_default());
    let one = Structure {
        id: id.unwrap_or_default(),
        kind,
        extent,
        features,
    };
    (one, of)
}

fn is_reference(range: &str) -> bool {
    let simple = ["Integer", "Long", "Short", "Byte", "Float", "Double"];
    !simple
        .iter()
        .any(|name| range.strip_prefix("uima.cas.") == Some(name))
}

fn references(text: &str) -> Value {
    Value::References(
        text.split_whitespace()
            .filter_map(|id| id.parse().ok())
            .collect(),
    )
}

/// Lists that are structures of their own, put where they are referred to.
fn inline(cas: &mut Cas) {
    let arrays: HashMap<u32, Value> = cas
        .structures
        .iter()
        .filter(|one| one.kind.starts_with("uima.cas.") && one.kind.ends_with("Array"))
        .filter_map(|one| {
            let elements = match one.features.get("elements")? {
                Value::Text(text) if one.kind == "uima.cas.FSArray" => references(text),
                other => other.clone(),
            };
            Some((one.id, elements))
        })
        .collect();
    if arrays.is_empty() {
        return;
    }
    for one in &mut cas.structures {
        for value in one.features.values_mut() {
            let Value::References(ids) = value else {
                continue;
            };
            if let [id] = ids.as_slice()
                && let Some(elements) = arrays.get(id)
            {
                *value = elements.clone();
            }
        }
    }
    cas.structures.retain(|one| !arrays.contains_key(&one.id));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entity_bomb_is_refused() {
        let bomb = "<!DOCTYPE x [<!ENTITY a \"aaaa\">]><xmi:XMI xmlns:xmi=\"m\">\
            <cas:Sofa xmi:id=\"1\" sofaString=\"&a;\"/></xmi:XMI>";
        assert!(matches!(
            read(bomb.as_bytes(), &Types::new()),
            Err(Fault::NotThis { .. })
        ));
    }

    #[test]
    fn annotations_of_a_second_text_are_left() {
        let file = "<xmi:XMI xmlns:xmi=\"http://www.omg.org/XMI\" xmlns:a=\"http:///my.ecore\">\
            <a:P xmi:id=\"3\" sofa=\"1\" begin=\"0\" end=\"1\" n=\"&#10;&quot;\"><t>a&amp;b</t><t>c</t></a:P>\
            <a:P xmi:id=\"4\" sofa=\"2\" begin=\"0\" end=\"1\"/>\
            <cas:Sofa xmi:id=\"1\" sofaString=\"x\"/><cas:Sofa xmi:id=\"2\" sofaString=\"y\"/></xmi:XMI>";
        let cas = read(file.as_bytes(), &Types::new()).unwrap();
        assert_eq!(cas.text, "x");
        assert_eq!(cas.structures.len(), 1);
        let one = &cas.structures[0];
        assert_eq!((one.kind.as_str(), one.text("n")), ("my.P", Some("\n\"")));
        assert_eq!(one.texts("t"), ["a&b", "c"]);
    }
}
