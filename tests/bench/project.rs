//! Project files filled with articles.

use crate::corpus::{Article, Draw};
use postil_app::environment::Environment;
use postil_app::intake::{Draft, bundle};
use postil_core::attribute::Attributes;
use postil_core::bundle::{Bundle, LayerBundle, SchemeVersion};
use postil_core::entity::Entity;
use postil_core::id::{AnnotatorId, DocumentId, EntityId, LayerId, LinkId, SpanId, Uid};
use postil_core::layer::{Annotator, Layer, LayerKind, LayerStatus};
use postil_core::link::{Link, Target};
use postil_core::scheme::{DEFAULT, Scheme};
use postil_core::span::{Span, fragments};
use postil_core::text::Text;
use postil_store::Project;
use postil_tests::Outcome;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// The annotator's uid and name, as the settings have them.
pub const ANNOTATOR: (&str, &str) = ("01890000-0000-7000-8000-000000000001", "Ada");

/// Articles to a transaction.
const BATCH: usize = 100;

/// A clock that is set by hand and uids in a row.
struct Fixed {
    now: i64,
    draw: Draw,
}

impl Fixed {
    const fn new(seed: u64) -> Self {
        Self {
            now: 1_700_000_000_000,
            draw: Draw::new(seed),
        }
    }
}

impl Environment for Fixed {
    fn now(&self) -> i64 {
        self.now
    }

    fn random(&mut self) -> [u8; 10] {
        let mut bytes = [0; 10];
        for chunk in bytes.chunks_mut(2) {
            let [.., high, low] = self.draw.number().to_be_bytes();
            chunk.copy_from_slice(&[high, low]);
        }
        bytes
    }
}

/// Makes a project with articles under their titles, in their order.
///
/// # Errors
/// The file can't be made, or a mark does not fit its text.
pub fn make(path: &Path, articles: &[(String, Article)]) -> Outcome {
    let mut environment = Fixed::new(1);
    let random = environment.random();
    let now = environment.now();
    let mut project = Project::create(path, now, || random, DEFAULT)?;
    let scheme = Scheme::parse(DEFAULT)?;
    for articles in articles.chunks(BATCH) {
        let mut bundles = Vec::with_capacity(articles.len());
        for (title, article) in articles {
            // Articles are listed by the time at which they were added.
            environment.now += 1;
            bundles.push(bundled(&mut environment, &scheme, title, article)?);
        }
        let report = project.add_documents("step-add", bundles, now)?;
        if !report.duplicates.is_empty() {
            return Err("two generated articles are the same".into());
        }
    }
    Ok(())
}

fn bundled(
    environment: &mut Fixed,
    scheme: &Scheme,
    title: &str,
    article: &Article,
) -> Outcome<Bundle> {
    let draft = Draft {
        text: article.text.clone(),
        title: title.to_owned(),
        language: None,
        metadata: BTreeMap::new(),
    };
    let version = SchemeVersion {
        uid: scheme.uid.clone(),
        version: scheme.version,
    };
    let mut bundle = bundle(environment, draft, version)
        .map_err(|problem| format!("{title}: {}", problem.key))?;
    if bundle.text != article.text {
        return Err(format!("{title}: taking the text in changes it").into());
    }
    let mut entities: BTreeMap<&str, EntityId> = BTreeMap::new();
    for name in article.spans.iter().filter_map(|span| span.name.as_deref()) {
        let next = EntityId(number(entities.len())?);
        let id = *entities.entry(name).or_insert(next);
        if id == next {
            bundle.entities.push(entity(id, name));
        }
    }
    let layer = LayerId(1);
    let text = Text::new(article.text.clone());
    let mut spans = Vec::with_capacity(article.spans.len());
    for marked in &article.spans {
        spans.push(Span {
            id: SpanId(number(spans.len())?),
            uid: environment.uid(),
            layer,
            label: marked.label.to_owned(),
            fragments: fragments(&text, marked.extents.clone())
                .ok_or_else(|| format!("{title}: a mark lies outside the text"))?,
            attributes: Attributes::new(),
            entity: marked
                .name
                .as_deref()
                .and_then(|name| entities.get(name).copied()),
            note: String::new(),
            flags: BTreeSet::new(),
            scheme_version: scheme.version,
        });
    }
    let mut links = Vec::with_capacity(article.links.len());
    for linked in &article.links {
        let (Some(head), Some(tail)) = (spans.get(linked.head), spans.get(linked.tail)) else {
            return Err(format!("{title}: a link leads nowhere").into());
        };
        links.push(Link {
            id: LinkId(number(links.len())?),
            uid: environment.uid(),
            layer,
            kind: linked.kind.to_owned(),
            head: head.id,
            target: Target::Mention {
                span: tail.id,
                entity: tail.entity,
            },
            attributes: Attributes::new(),
            note: String::new(),
            by_rule: false,
        });
    }
    bundle.layers.push(LayerBundle {
        layer: Layer {
            id: layer,
            uid: environment.uid(),
            document: DocumentId::UNSTORED,
            annotator: AnnotatorId(1),
            kind: LayerKind::Annotation,
            status: LayerStatus::Started,
            answers: Attributes::new(),
            scheme_version: scheme.version,
            active_ms: 0,
        },
        annotator: Annotator {
            id: AnnotatorId(1),
            uid: Uid::parse(ANNOTATOR.0)?,
            name: ANNOTATOR.1.to_owned(),
        },
        spans,
        links,
        questions: Vec::new(),
    });
    Ok(bundle)
}

/// The same name is the same entity in all articles.
fn entity(id: EntityId, name: &str) -> Entity {
    let seed = name.chars().fold(7_u64, |seed, letter| {
        seed.wrapping_mul(131).wrapping_add(u64::from(letter))
    });
    let mut environment = Fixed::new(seed);
    Entity {
        id,
        uid: environment.uid(),
        kind: "person".to_owned(),
        name: name.to_owned(),
        aliases: Vec::new(),
        attributes: Attributes::new(),
        note: String::new(),
        merged_into: None,
    }
}

/// Row ids are counted from 1.
fn number(there: usize) -> Outcome<u32> {
    Ok(u32::try_from(there)?.saturating_add(1))
}
