//! The folder, written article by article.

use super::annotations::{Attributions, Used, annotations};
use super::line::{name, unescaped};
use super::{ATTRIBUTIONS, configuration};
use crate::error::WriteError;
use crate::files::Sink;
use crate::format::{Around, Counts, Writer};
use crate::listing;
use crate::loss::Losses;
use crate::option::Options;
use postil_core::bundle::{Bundle, LayerBundle};
use postil_core::layer::LayerKind;
use postil_core::scheme::Scheme;

/// The list of articles.
pub const LISTING: &str = "articles.tsv";

/// Writes the folder.
pub struct Folder {
    scheme: Scheme,
    attributions: Option<Attributions>,
    used: Used,
    articles: usize,
}

impl Folder {
    pub fn new(scheme: &Scheme, options: &Options) -> Self {
        Self {
            scheme: scheme.clone(),
            attributions: options
                .is_on(&ATTRIBUTIONS)
                .then(|| Attributions::of(scheme)),
            used: Used::new(),
            articles: 0,
        }
    }

    fn begin(&self, sink: &mut dyn Sink) -> Result<(), WriteError> {
        if self.articles == 0 {
            listing::begin(sink, LISTING)?;
        }
        Ok(())
    }
}

impl Writer for Folder {
    fn write(&mut self, bundle: &Bundle, sink: &mut dyn Sink) -> Result<Counts, WriteError> {
        self.begin(sink)?;
        self.articles += 1;
        let article = format!("{:05}", self.articles);
        listing::add(sink, LISTING, &article, bundle)?;
        if bundle.layers.is_empty() {
            sink.whole(&format!("{article}.txt"), bundle.text.as_bytes())?;
            sink.whole(&format!("{article}.ann"), b"")?;
        }
        let mut folders: Vec<String> = Vec::new();
        for layer in &bundle.layers {
            let mut folder = folder(layer);
            while folders.contains(&folder) {
                folder.push('~');
            }
            let written = annotations(bundle, layer, self.attributions.as_ref(), &mut self.used)?;
            sink.whole(&format!("{folder}/{article}.txt"), bundle.text.as_bytes())?;
            sink.whole(&format!("{folder}/{article}.ann"), written.as_bytes())?;
            folders.push(folder);
        }
        Ok(Counts::of(bundle))
    }

    fn finish(&mut self, _: &Around<'_>, sink: &mut dyn Sink) -> Result<Losses, WriteError> {
        self.begin(sink)?;
        let names = self.attributions.as_ref();
        let annotation = configuration::annotation(&self.scheme, names, &self.used);
        sink.whole("annotation.conf", annotation.as_bytes())?;
        let visual = configuration::visual(&self.scheme, names);
        sink.whole("visual.conf", visual.as_bytes())?;
        Ok(Losses::new())
    }
}

/// The folder of a layer: its annotator, and what kind it is if it is no
/// usual one.
fn folder(layer: &LayerBundle) -> String {
    let annotator = name(&layer.annotator.name);
    match layer.layer.kind {
        LayerKind::Annotation => format!("by-{annotator}"),
        LayerKind::Gold => format!("gold-{annotator}"),
        LayerKind::Reference => format!("reference-{annotator}"),
    }
}

/// The kind and annotator of a folder that [`folder`] named.
pub fn of_folder(folder: &str) -> (LayerKind, String) {
    let kinds = [
        ("by-", LayerKind::Annotation),
        ("gold-", LayerKind::Gold),
        ("reference-", LayerKind::Reference),
    ];
    let folder = folder.trim_end_matches('~');
    let found = kinds.into_iter().find_map(|(start, kind)| {
        folder
            .strip_prefix(start)
            .map(|annotator| (kind, annotator))
    });
    let (kind, annotator) = found.unwrap_or((LayerKind::Annotation, folder));
    (kind, unescaped(annotator))
}
