//! The folder, written article by article.

use super::plan::{Plan, Words};
use super::tags::{Run, tags};
use super::{DOCUMENT, END, LINKS, LISTING, PLACES, TAGS};
use crate::error::WriteError;
use crate::files::Sink;
use crate::format::{Around, Counts, Writer};
use crate::listing;
use crate::loss::Losses;
use crate::option::Options;
use crate::record::AboutLayer;
use postil_core::bundle::{Bundle, LayerBundle};
use postil_core::link::Link;
use postil_core::scheme::Scheme;

/// Writes the folder.
pub struct Folder {
    scheme: Scheme,
    bilou: bool,
    places: bool,
    documents: usize,
}

impl Folder {
    pub fn new(scheme: &Scheme, options: &Options) -> Self {
        Self {
            scheme: scheme.clone(),
            bilou: options.value(&TAGS) == "bilou",
            places: options.is_on(&PLACES),
            documents: 0,
        }
    }

    fn begin(&self, sink: &mut dyn Sink) -> Result<(), WriteError> {
        if self.documents == 0 {
            listing::begin(sink, LISTING)?;
            sink.append(LINKS, b"doc\trel_id\ttype\thead_id\ttail_id\n")?;
            for label in self.labels() {
                sink.append(&file(&label), b"")?;
            }
        }
        Ok(())
    }

    fn labels(&self) -> Vec<String> {
        let labels = self.scheme.labels.iter().filter(|label| !label.zone);
        labels.map(|label| label.id.clone()).collect()
    }

    fn document(
        &mut self,
        bundle: &Bundle,
        words: &Words,
        layer: Option<&LayerBundle>,
        sink: &mut dyn Sink,
    ) -> Result<(usize, usize), WriteError> {
        self.documents += 1;
        let about = layer.map(AboutLayer::of);
        // The layer stands behind the number, as JSON.
        let about = serde_json::to_string(&about).map_err(std::io::Error::from)?;
        let name = format!("{:05} {about}", self.documents);
        listing::add(sink, LISTING, &name, bundle)?;
        let plan = layer.map(|layer| Plan::of(words, layer, &self.scheme));
        let plan = plan.unwrap_or_default();
        for label in self.labels() {
            let runs = plan.runs.get(&label).map(Vec::as_slice).unwrap_or_default();
            sink.append(&file(&label), self.tokens(words, runs).as_bytes())?;
        }
        let mut links: Vec<&Link> = layer.iter().flat_map(|layer| &layer.links).collect();
        links.sort_by_key(|link| (plan.first.get(&link.head), &link.kind, link.uid));
        let mut written = 0;
        for link in links {
            let tail = link.target.span().and_then(|tail| plan.first.get(&tail));
            if let (Some((head, head_at)), Some((tail, tail_at))) =
                (plan.first.get(&link.head), tail)
            {
                written += 1;
                let kind = link.kind.replace(char::is_whitespace, "_");
                let line = format!(
                    "{:05}\t{written}\t{kind}\t{head}:{head_at}\t{tail}:{tail_at}\n",
                    self.documents
                );
                sink.append(LINKS, line.as_bytes())?;
            }
        }
        Ok((plan.first.len(), written))
    }

    fn tokens(&self, words: &Words, runs: &[Run]) -> String {
        let mut out = format!("{DOCUMENT} -X- -X- O\n\n");
        for (first, after) in words.ranges() {
            let own: Vec<Run> = runs
                .iter()
                .filter(|run| first <= run.0 && run.1 < after)
                .map(|(from, to, label)| (from - first, to - first, label.clone()))
                .collect();
            let sentence = words.tokens.get(first..after).unwrap_or_default();
            for (token, tag) in sentence.iter().zip(tags(sentence.len(), &own, self.bilou)) {
                out.push_str(&format!("{} -X- -X- {tag}", words.word(*token)));
                if self.places {
                    out.push_str(&format!(" {}:{}", token.start, token.end));
                }
                out.push('\n');
            }
            out.push('\n');
        }
        out
    }
}

fn file(label: &str) -> String {
    format!("{}{END}", label.replace(['/', '\\'], "_"))
}

impl Writer for Folder {
    fn write(&mut self, bundle: &Bundle, sink: &mut dyn Sink) -> Result<Counts, WriteError> {
        self.begin(sink)?;
        let words = Words::of(bundle);
        let mut counts = Counts::default();
        if bundle.layers.is_empty() {
            self.document(bundle, &words, None, sink)?;
        }
        for layer in &bundle.layers {
            let (spans, links) = self.document(bundle, &words, Some(layer), sink)?;
            counts.spans += spans;
            counts.links += links;
        }
        Ok(counts)
    }

    fn finish(&mut self, _: &Around<'_>, sink: &mut dyn Sink) -> Result<Losses, WriteError> {
        self.begin(sink)?;
        Ok(Losses::new())
    }
}
