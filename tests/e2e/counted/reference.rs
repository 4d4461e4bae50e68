//! What a careful reader marks, and what the project file holds.

use postil_core::id::{AnnotatorId, EntityId, SpanId};
use postil_core::layer::LayerKind;
use postil_core::link::{Special, Target};
use postil_core::span::Span;
use postil_store::{Access, Project};
use postil_tests::Outcome;
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// Where the articles, their references and the scripts stand.
pub fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("counted")
}

#[derive(Deserialize)]
struct ReferenceSpan {
    id: String,
    label: String,
    text: Vec<String>,
    fragments: Vec<(usize, usize)>,
    entity: Option<String>,
}

#[derive(Deserialize)]
struct ReferenceLink {
    kind: String,
    from: String,
    to: ReferenceTarget,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum ReferenceTarget {
    Span(String),
    Entity { entity: String },
    Special { special: String },
}

#[derive(Deserialize)]
struct ReferenceFile {
    spans: Vec<ReferenceSpan>,
    links: Vec<ReferenceLink>,
}

/// An article and what is to be marked in it, each span and link as a line
/// that says all of it.
pub struct Reference {
    pub text: String,
    items: BTreeSet<String>,
}

impl Reference {
    /// Reads an article and its reference; every span must be what the text
    /// has there.
    pub fn read(article: &str) -> Outcome<Self> {
        let text = std::fs::read_to_string(folder().join(format!("{article}.txt")))?;
        let json = std::fs::read_to_string(folder().join(format!("{article}.reference.json")))?;
        let file: ReferenceFile = serde_json::from_str(&json)?;
        let letters: Vec<char> = text.chars().collect();
        let mut lines: BTreeMap<String, String> = BTreeMap::new();
        let mut items = BTreeSet::new();
        for span in file.spans {
            let there: Vec<String> = span
                .fragments
                .iter()
                .map(|(start, end)| letters[*start..*end].iter().collect())
                .collect();
            assert_eq!(there, span.text, "{}", span.id);
            let line = described(&span.label, &span.fragments, &span.text);
            items.insert(format!("{line} = {}", span.entity.unwrap_or_default()));
            lines.insert(span.id, line);
        }
        for link in file.links {
            let to = match &link.to {
                ReferenceTarget::Span(id) => lines.get(id).ok_or("no such span")?.clone(),
                ReferenceTarget::Entity { entity } => format!("[{entity}]"),
                ReferenceTarget::Special { special } => special.clone(),
            };
            let from = lines.get(&link.from).ok_or("no such span")?;
            items.insert(format!("{}: {from} > {to}", link.kind));
        }
        Ok(Self { text, items })
    }

    /// How many spans and links.
    pub fn items(&self) -> u32 {
        u32::try_from(self.items.len()).unwrap_or(u32::MAX)
    }

    /// What is missing and what is too much.
    pub fn differences(&self, marked: &Marked) -> Vec<String> {
        let missing = self.items.difference(&marked.items);
        let more = marked.items.difference(&self.items);
        missing
            .map(|item| format!("missing  {item}"))
            .chain(more.map(|item| format!("too much {item}")))
            .collect()
    }
}

/// A span in a line: label, place and words.
fn described(label: &str, fragments: &[(usize, usize)], words: &[String]) -> String {
    let places: Vec<String> = fragments
        .iter()
        .map(|(start, end)| format!("{start}–{end}"))
        .collect();
    format!("{label} {} {}", places.join(" "), words.join(" … "))
}

/// What the project file holds of an article.
pub struct Marked {
    items: BTreeSet<String>,
    /// Links that a rule made.
    pub by_rule: usize,
}

impl Marked {
    /// Reads the article with this text.
    pub fn read(project: &Path, text: &str) -> Outcome<Self> {
        let project = Project::open(project, Access::Read)?;
        let mut documents = project.document_ids()?.into_iter();
        let document = documents
            .find(|id| project.text(*id).is_ok_and(|found| found == text))
            .ok_or("the article is not in the project")?;
        let annotator: AnnotatorId = project.annotators()?.first().ok_or("no annotator")?.id;
        let layer = project
            .layer_of(document, annotator, LayerKind::Annotation)?
            .ok_or("nothing was marked")?;
        let names: BTreeMap<EntityId, String> = project
            .entities()?
            .into_iter()
            .map(|entity| (entity.id, entity.name))
            .collect();
        let name = |id: EntityId| names.get(&id).cloned().unwrap_or_default();
        let mut lines: BTreeMap<SpanId, String> = BTreeMap::new();
        let mut items = BTreeSet::new();
        for span in project.spans(layer.id)? {
            let line = described_span(&span);
            let entity = span.entity.map(name).unwrap_or_default();
            items.insert(format!("{line} = {entity}"));
            lines.insert(span.id, line);
        }
        let links = project.links(layer.id)?;
        for link in &links {
            let to = match link.target {
                Target::Mention { span, .. } => lines.get(&span).ok_or("no such span")?.clone(),
                Target::Entity(entity) => format!("[{}]", name(entity)),
                Target::Special(Special::Author) => "author".to_owned(),
                Target::Special(Special::NotGiven) => "not_given".to_owned(),
            };
            let from = lines.get(&link.head).ok_or("no such span")?;
            items.insert(format!("{}: {from} > {to}", link.kind));
        }
        Ok(Self {
            items,
            by_rule: links.iter().filter(|link| link.by_rule).count(),
        })
    }
}

fn described_span(span: &Span) -> String {
    let (mut fragments, mut words) = (Vec::new(), Vec::new());
    for fragment in &span.fragments {
        let extent = fragment.extent();
        fragments.push((extent.start.0 as usize, extent.end.0 as usize));
        words.push(fragment.quote.clone());
    }
    described(&span.label, &fragments, &words)
}
