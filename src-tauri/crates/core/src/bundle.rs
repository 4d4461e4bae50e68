//! One article with everything that belongs to it: what formats write and
//! imports bring.

use crate::document::{Document, LanguageMark, Zone};
use crate::entity::{Entity, EntityLink};
use crate::id::AnnotatorId;
use crate::layer::{Annotator, Layer};
use crate::link::Link;
use crate::question::Question;
use crate::span::Span;

/// An article, its text, and its annotations.
///
/// Row ids are consistent inside one bundle and mean nothing outside it: an
/// importer numbers from 1, and the store gives rows ids of its own.
#[derive(Clone, Debug, PartialEq)]
pub struct Bundle {
    /// The article.
    pub document: Document,
    /// Its text as stored.
    pub text: String,
    /// Languages: the whole article first, then paragraphs in text order.
    pub languages: Vec<LanguageMark>,
    /// Zones in text order.
    pub zones: Vec<Zone>,
    /// The entities used here.
    pub entities: Vec<Entity>,
    /// The scheme: uid and version.
    pub scheme: SchemeVersion,
    /// Layers with their annotators.
    pub layers: Vec<LayerBundle>,
    /// Those who decided on a zone, asked or answered here and have no layer here, by uid.
    pub annotators: Vec<Annotator>,
}

/// One annotator's layer.
#[derive(Clone, Debug, PartialEq)]
pub struct LayerBundle {
    /// The layer.
    pub layer: Layer,
    /// Whose it is.
    pub annotator: Annotator,
    /// Spans by start, end descending, label, uid.
    pub spans: Vec<Span>,
    /// Links by head in span order, then kind, then uid.
    pub links: Vec<Link>,
    /// Questions for the team, oldest first.
    pub questions: Vec<Question>,
}

impl Bundle {
    /// Everybody named here, those with layers first.
    pub fn people(&self) -> impl Iterator<Item = &Annotator> {
        let own = self.layers.iter().map(|layer| &layer.annotator);
        own.chain(&self.annotators)
    }

    /// The ids of those who decided on a zone, asked or answered.
    pub fn named(&self) -> impl Iterator<Item = AnnotatorId> {
        let decided = self.zones.iter().filter_map(|zone| zone.by);
        let questions = self.layers.iter().flat_map(|layer| &layer.questions);
        decided.chain(questions.flat_map(|question| {
            let answered = question.answer.as_ref().map(|answer| answer.by);
            std::iter::once(question.asked_by).chain(answered)
        }))
    }
}

/// Which scheme, in which version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SchemeVersion {
    /// The scheme's uid, which is a text of its author's choice.
    pub uid: String,
    /// Its version.
    pub version: u32,
}

/// The whole register of entities.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Register {
    /// All entities, merged ones too.
    pub entities: Vec<Entity>,
    /// Links between them.
    pub links: Vec<EntityLink>,
}
