//! The description of a type system.

use super::super::model::{Range, Type, Types};
use super::read::{Node, Nodes};
use crate::error::Fault;
use std::fmt::Write as _;

pub(super) fn write(types: &Types) -> Vec<u8> {
    let mut out = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <typeSystemDescription xmlns=\"http://uima.apache.org/resourceSpecifier\">\n<types>\n",
    );
    for (name, made) in types {
        let _ = write!(
            out,
            "<typeDescription><name>{name}</name><description/>\
             <supertypeName>{}</supertypeName>",
            made.supertype
        );
        out.push_str("<features>\n");
        for (feature, range) in &made.features {
            let _ = writeln!(
                out,
                "<featureDescription><name>{feature}</name><description/>\
                 <rangeTypeName>{}</rangeTypeName></featureDescription>",
                range.name()
            );
        }
        out.push_str("</features></typeDescription>\n");
    }
    out.push_str("</types>\n</typeSystemDescription>\n");
    out.into_bytes()
}

/// Reads such a file.
pub(in super::super) fn read(bytes: &[u8]) -> Result<Types, Fault> {
    let mut types = Types::new();
    let mut nodes = Nodes::new(bytes)?;
    let mut path: Vec<String> = Vec::new();
    let (mut name, mut made) = (String::new(), Type::default());
    let (mut feature, mut range) = (String::new(), String::new());
    while let Some(node) = nodes.next()? {
        match node {
            Node::Start { name: element, .. } => path.push(element),
            Node::Text(text) => {
                let mut steps = path.iter().rev().map(String::as_str);
                match (steps.next(), steps.next()) {
                    (Some("name"), Some("typeDescription")) => name.push_str(text.trim()),
                    (Some("supertypeName"), _) => made.supertype.push_str(text.trim()),
                    (Some("name"), Some("featureDescription")) => feature.push_str(text.trim()),
                    (Some("rangeTypeName"), _) => range.push_str(text.trim()),
                    _ => {}
                }
            }
            Node::End => match path.pop().as_deref() {
                Some("featureDescription") => {
                    let of = Range::of(&std::mem::take(&mut range));
                    made.features.insert(std::mem::take(&mut feature), of);
                }
                Some("typeDescription") => {
                    types.insert(std::mem::take(&mut name), std::mem::take(&mut made));
                }
                _ => {}
            },
        }
    }
    Ok(types)
}
