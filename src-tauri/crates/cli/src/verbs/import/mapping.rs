//! What `--map` and `--map-file` say.

use crate::args::Import;
use postil_app::problem::{Code, Problem};
use postil_app::transfer::{Becomes, Mapping, offered};
use postil_core::scheme::{AttributeKind, Scheme};
use postil_store::Project;
use std::collections::HashSet;
use std::fs;

/// What becomes of the names in the files.
pub fn mapping(project: &Project, args: &Import) -> Result<Mapping, Problem> {
    let scheme = Scheme::parse(&project.scheme()?.json)
        .map_err(|error| Problem::new(Code::FileDamaged, "problem-scheme").cause(error))?;
    let mut mapping = Mapping {
        unknown: if args.add_labels {
            Becomes::New
        } else {
            Becomes::Same
        },
        ..Mapping::default()
    };
    if let Some(path) = &args.map_file {
        let named = |key: &str| {
            Problem::new(Code::Unreadable, key).with("path", path.display().to_string())
        };
        let text = fs::read_to_string(path).map_err(|error| {
            named("problem-file-unreadable")
                .with("reason", error.to_string())
                .cause(error)
        })?;
        let lines = text.strip_prefix('\u{feff}').unwrap_or(&text).lines();
        for (line, number) in lines.zip(1..) {
            if line.trim().is_empty() || line.starts_with('#') {
                continue;
            }
            let Some((theirs, ours)) = line.split_once(['\t', '=']) else {
                return Err(named("problem-map-line").count("line", number));
            };
            add(&mut mapping, &scheme, theirs.trim(), ours.trim())?;
        }
    }
    for (theirs, ours) in &args.map {
        add(&mut mapping, &scheme, theirs, ours)?;
    }
    Ok(mapping)
}

/// The scheme says what a name becomes, and so what it is; one that is left
/// out may be anything.
fn add(mapping: &mut Mapping, scheme: &Scheme, theirs: &str, ours: &str) -> Result<(), Problem> {
    let left_out = ours.is_empty();
    let becomes = match ours {
        "" => Becomes::Nothing,
        _ => Becomes::Ours(ours.to_owned()),
    };
    // An attribute stands behind its label or link, a value behind both.
    let placed = theirs.contains('.');
    let label = scheme.label(ours).is_some_and(|label| !label.zone);
    let link = scheme.link(ours).is_some();
    let attribute = placed && kinds(scheme).any(|kind| kind.id == ours);
    let value = placed && kinds(scheme).flat_map(offered).any(|(id, _)| id == ours);
    if !left_out && !label && !link && !attribute && !value {
        return Err(Problem::new(Code::NotFound, "problem-map-target")
            .with("name", ours)
            .hint("hint-map-targets")
            .with("names", names(scheme, placed).join(", ")));
    }
    for (fits, of) in [
        (label, &mut mapping.labels),
        (link, &mut mapping.links),
        (attribute, &mut mapping.attributes),
        (value, &mut mapping.values),
    ] {
        if fits || left_out {
            of.insert(theirs.to_owned(), becomes.clone());
        }
    }
    Ok(())
}

fn kinds(scheme: &Scheme) -> impl Iterator<Item = &AttributeKind> {
    let labels = scheme.labels.iter().flat_map(|label| &label.attributes);
    labels.chain(scheme.links.iter().flat_map(|link| &link.attributes))
}

/// What there is to map onto, each once.
fn names(scheme: &Scheme, placed: bool) -> Vec<&str> {
    let labels = scheme.labels.iter().filter(|label| !label.zone);
    let labels = labels.map(|label| label.id.as_str());
    let links = scheme.links.iter().map(|link| link.id.as_str());
    let attributes = kinds(scheme).map(|kind| kind.id.as_str());
    let values = kinds(scheme).flat_map(offered).map(|(id, _)| id);
    let all: Vec<&str> = match placed {
        true => attributes.chain(values).collect(),
        false => labels.chain(links).collect(),
    };
    let mut seen = HashSet::new();
    all.into_iter().filter(|name| seen.insert(*name)).collect()
}
