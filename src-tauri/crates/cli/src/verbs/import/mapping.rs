//! What `--map` and `--map-file` say.

use crate::args::Import;
use postil_app::problem::{Code, Problem};
use postil_app::transfer::{Becomes, Mapping};
use postil_core::scheme::Scheme;
use postil_store::Project;
use std::fs;

/// What becomes of the labels and links of the files.
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

/// The scheme says whether a name is a label's or a link's; one that is left
/// out may be either.
fn add(mapping: &mut Mapping, scheme: &Scheme, theirs: &str, ours: &str) -> Result<(), Problem> {
    let becomes = match ours {
        "" => Becomes::Nothing,
        _ => Becomes::Ours(ours.to_owned()),
    };
    let label = scheme.label(ours).is_some_and(|label| !label.zone);
    let link = scheme.link(ours).is_some();
    if !ours.is_empty() && !label && !link {
        let labels = scheme.labels.iter().filter(|label| !label.zone);
        let labels = labels.map(|label| label.id.as_str());
        let links = scheme.links.iter().map(|link| link.id.as_str());
        return Err(Problem::new(Code::NotFound, "problem-map-target")
            .with("name", ours)
            .hint("hint-map-targets")
            .with("names", labels.chain(links).collect::<Vec<_>>().join(", ")));
    }
    if label || ours.is_empty() {
        mapping.labels.insert(theirs.to_owned(), becomes.clone());
    }
    if link || ours.is_empty() {
        mapping.links.insert(theirs.to_owned(), becomes);
    }
    Ok(())
}
