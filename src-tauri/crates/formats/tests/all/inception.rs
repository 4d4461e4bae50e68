//! A whole project that INCEpTION exported, written by other people's code.

use super::cas::read;
use super::golden::compare;
use postil_core::bundle::Bundle;
use postil_core::layer::{LayerKind, LayerStatus};
use postil_formats::files::InMemory;
use postil_formats::jsonl::write_article;

const PROJECT: &[u8] = include_bytes!("../../../../../tests/corpus/inception/project.zip");

fn project() -> Vec<Bundle> {
    let files = InMemory {
        files: [("project.zip".to_owned(), PROJECT.to_vec())].into(),
    };
    let (articles, losses) = read("cas-xmi", &files);
    assert!(losses.is_empty(), "{losses:?}");
    articles.into_iter().map(Result::unwrap).collect()
}

#[test]
fn it_is_read_as_kept() {
    let mut out = Vec::new();
    for article in project() {
        write_article(&mut out, &article).unwrap();
    }
    compare("inception/articles.jsonl", &out);
}

#[test]
fn everybody_has_a_layer_of_their_own() {
    let articles = project();
    let seen = |article: &Bundle| {
        let mut layers: Vec<_> = article
            .layers
            .iter()
            .map(|layer| {
                let spans = layer.spans.iter();
                let spans: Vec<_> = spans
                    .map(|span| format!("{}: {}", span.label, span.quote()))
                    .collect();
                let links: Vec<_> = layer.links.iter().map(|link| link.kind.as_str()).collect();
                let state = (layer.layer.kind, layer.layer.status);
                let links = links.join(" ");
                (
                    layer.annotator.name.clone(),
                    state,
                    spans.join(" | "),
                    links,
                )
            })
            .collect();
        layers.sort();
        layers
    };
    let row = |name: &str, kind, status, spans: &str, links: &str| {
        (
            name.to_owned(),
            (kind, status),
            spans.to_owned(),
            links.to_owned(),
        )
    };
    let rain = articles.iter().find(|one| one.document.title == "rain.txt");
    let rain = rain.unwrap();
    assert!(rain.text.starts_with("😀 Rain in Ellery\n\nMayor"));
    assert_eq!(
        seen(rain),
        [
            row(
                "CURATION_USER",
                LayerKind::Gold,
                LayerStatus::Done,
                "Person: Mayor Ana Ruiz | Claim: The river will rise.",
                "SaidBy"
            ),
            row(
                "ada",
                LayerKind::Annotation,
                LayerStatus::Done,
                "Person: Mayor Ana Ruiz | Claim: The river will rise.",
                "SaidBy"
            ),
            row(
                "bo",
                LayerKind::Annotation,
                LayerStatus::Started,
                "Person: Ana Ruiz | Claim: «The river will rise.»",
                "SaidBy"
            ),
            row("cem", LayerKind::Annotation, LayerStatus::New, "", ""),
        ]
    );
    let bridge = articles.iter().find(|one| one.document.title == "جسر.txt");
    assert_eq!(
        seen(bridge.unwrap()),
        [row(
            "ada",
            LayerKind::Annotation,
            LayerStatus::Done,
            "Person: وزير النقل | Claim: الجسر مغلق",
            "SaidBy"
        )]
    );
}
