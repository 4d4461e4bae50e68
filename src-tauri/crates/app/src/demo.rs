//! The demo project: articles written for Postil, with a few marks, and one
//! for practice with its reference.

use crate::app::App;
use crate::environment::Environment;
use crate::intake::{self, Draft};
use crate::problem::Problem;
use crate::view::PRACTICE;
use postil_core::attribute::{Attribute, Attributes, Value};
use postil_core::bundle::{Bundle, LayerBundle, SchemeVersion};
use postil_core::entity::Entity;
use postil_core::id::{AnnotatorId, DocumentId, EntityId, LayerId, LinkId, SpanId};
use postil_core::layer::{Annotator, Layer, LayerKind, LayerStatus};
use postil_core::link::{Link, Special, Target};
use postil_core::rule;
use postil_core::scheme::{LinkRule, Scheme};
use postil_core::span::{Span, fragments};
use postil_core::text::quotation::quotations;
use postil_core::text::{Extent, Text};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};

/// The articles in the order of the list; the practice article is the last.
const ARTICLES: &[&str] = &[
    include_str!("../demo/en.json"),
    include_str!("../demo/az.json"),
    include_str!("../demo/ru.json"),
    include_str!("../demo/ar.json"),
    include_str!("../demo/he.json"),
    include_str!("../demo/zh.json"),
    include_str!("../demo/de.json"),
    include_str!("../demo/hi.json"),
    include_str!("../demo/practice.json"),
];

/// Slug of the article for practice.
const PRACTICE_SLUG: &str = "practice";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Article {
    slug: String,
    language: String,
    title: String,
    metadata: BTreeMap<String, String>,
    text: String,
    entities: Vec<Named>,
    spans: Vec<Marked>,
    links: Vec<Linked>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Named {
    id: String,
    kind: String,
    name: String,
    #[serde(default)]
    aliases: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Marked {
    id: String,
    label: String,
    fragments: Vec<Quoted>,
    entity: Option<String>,
    #[serde(default)]
    attributes: BTreeMap<String, Value>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Quoted {
    quote: String,
    nth: usize,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Linked {
    kind: String,
    from: String,
    to: End,
}

#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
enum End {
    Span(String),
    Entity(String),
    Special(Special),
}

/// Fills the open project with the demo articles.
pub fn fill(app: &mut App) -> Result<(), Problem> {
    let now = app.environment.now();
    let environment = &mut *app.environment;
    let open = app
        .open
        .as_mut()
        .ok_or_else(|| Problem::internal("no project to fill"))?;
    let reader = Annotator {
        id: AnnotatorId(1),
        ..open.annotator.clone()
    };
    let mut bundles = Vec::with_capacity(ARTICLES.len());
    for (number, json) in (0i64..).zip(ARTICLES) {
        let mut bundle = bundle(environment, &open.scheme, &reader, json)?;
        // The list keeps this order.
        bundle.document.added_at = now.saturating_add(number);
        bundles.push(bundle);
    }
    open.project.add_documents(crate::app::DEMO, bundles, now)?;
    Ok(())
}

fn bundle(
    environment: &mut dyn Environment,
    scheme: &Scheme,
    reader: &Annotator,
    json: &str,
) -> Result<Bundle, Problem> {
    let article: Article = serde_json::from_str(json).map_err(Problem::internal)?;
    let practice = article.slug == PRACTICE_SLUG;
    let mut metadata = article.metadata;
    if practice {
        metadata.insert(PRACTICE.to_owned(), "yes".to_owned());
    }
    let version = SchemeVersion {
        uid: scheme.uid.clone(),
        version: scheme.version,
    };
    let draft = Draft {
        text: article.text,
        title: article.title,
        language: None,
        metadata,
    };
    let mut bundle = intake::bundle(environment, draft, version)?;
    // What is read through already needs no proposals.
    bundle.zones.clear();
    let missing =
        |what: &str| Problem::internal(format!("the demo article {} lacks {what}", article.slug));
    let mut entities = BTreeMap::new();
    for (number, named) in (1u32..).zip(article.entities) {
        entities.insert(named.id, EntityId(number));
        bundle.entities.push(Entity {
            id: EntityId(number),
            uid: environment.uid(),
            kind: named.kind,
            name: named.name,
            aliases: named.aliases,
            attributes: Attributes::new(),
            note: String::new(),
            merged_into: None,
        });
    }
    let text = Text::new(bundle.text.clone());
    let quoted = quotations(&text);
    let mut spans: BTreeMap<String, Span> = BTreeMap::new();
    for (number, marked) in (1u32..).zip(article.spans) {
        let mut extents = Vec::with_capacity(marked.fragments.len());
        for fragment in &marked.fragments {
            extents.push(occurrence(&text, fragment).ok_or_else(|| missing(&fragment.quote))?);
        }
        let entity = marked
            .entity
            .as_ref()
            .map(|id| entities.get(id).copied().ok_or_else(|| missing(id)))
            .transpose()?;
        let attributes = marked
            .attributes
            .into_iter()
            .map(|(id, value)| {
                // What the rule says as well is the rule's, and stays grey.
                let by_rule =
                    id == "form" && value == Value::from(rule::form(&text, &quoted, &extents));
                (id, Attribute { value, by_rule })
            })
            .collect();
        let span = Span {
            id: SpanId(number),
            uid: environment.uid(),
            layer: LayerId(1),
            label: marked.label,
            fragments: fragments(&text, extents).ok_or_else(|| missing(&marked.id))?,
            attributes,
            entity,
            note: String::new(),
            flags: BTreeSet::new(),
            scheme_version: scheme.version,
        };
        spans.insert(marked.id, span);
    }
    let about = scheme
        .link_by_rule(LinkRule::PlaceInsideClaimNotInsideActor)
        .map(|kind| kind.id.as_str());
    let mut links = Vec::new();
    for (number, linked) in (1u32..).zip(article.links) {
        let head = spans
            .get(&linked.from)
            .ok_or_else(|| missing(&linked.from))?;
        let target = match linked.to {
            End::Span(id) => {
                let tail = spans.get(&id).ok_or_else(|| missing(&id))?;
                Target::Mention {
                    span: tail.id,
                    entity: tail.entity,
                }
            }
            End::Entity(id) => {
                Target::Entity(entities.get(&id).copied().ok_or_else(|| missing(&id))?)
            }
            End::Special(special) => Target::Special(special),
        };
        links.push(Link {
            id: LinkId(number),
            uid: environment.uid(),
            layer: LayerId(1),
            by_rule: about == Some(linked.kind.as_str()),
            kind: linked.kind,
            head: head.id,
            target,
            attributes: Attributes::new(),
            note: String::new(),
        });
    }
    let annotator = if practice {
        Annotator {
            id: AnnotatorId(2),
            uid: environment.uid(),
            name: "Postil".to_owned(),
        }
    } else {
        reader.clone()
    };
    bundle.layers.push(LayerBundle {
        layer: Layer {
            id: LayerId(1),
            uid: environment.uid(),
            document: DocumentId::UNSTORED,
            annotator: annotator.id,
            kind: if practice {
                LayerKind::Reference
            } else {
                LayerKind::Annotation
            },
            status: LayerStatus::Started,
            answers: Attributes::new(),
            scheme_version: scheme.version,
            active_ms: 0,
        },
        annotator,
        spans: spans.into_values().collect(),
        links,
        questions: Vec::new(),
    });
    if bundle
        .languages
        .first()
        .is_none_or(|mark| mark.tag == "und")
    {
        // A language the detector does not know is stated, not guessed.
        let draft = Draft {
            text: bundle.text.clone(),
            title: bundle.document.title.clone(),
            language: Some(article.language),
            metadata: BTreeMap::new(),
        };
        bundle.languages = intake::bundle(environment, draft, bundle.scheme.clone())?.languages;
    }
    Ok(bundle)
}

/// The nth occurrence of a quote, counted from 1.
fn occurrence(text: &Text, fragment: &Quoted) -> Option<Extent> {
    let (byte, found) = text
        .as_str()
        .match_indices(&fragment.quote)
        .nth(fragment.nth.checked_sub(1)?)?;
    Some(Extent {
        start: text.code_point(byte)?,
        end: text.code_point(byte.checked_add(found.len())?)?,
    })
}
