//! What an edit can do with each kind of row.

use super::Edits;
use crate::error::StoreError;
use crate::table::{Stored, entity, language, link, scheme, span, zone};
use crate::text_cache::{check_extent, check_fragments};
use postil_core::document::{Document, LanguageMark, Zone};
use postil_core::entity::{Entity, EntityLink};
use postil_core::id::{
    AnnotatorId, DocumentId, EntityId, EntityLinkId, LanguageId, LayerId, LinkId, SchemeId, SpanId,
    ZoneId,
};
use postil_core::layer::{Annotator, Layer};
use postil_core::link::{Link, Target};
use postil_core::scheme::StoredScheme;
use postil_core::span::Span;

macro_rules! rows {
    ($($(#[$doc:meta])* $name:ident: $thing:ident, $id:ident, $insert:ident, $update:ident, $check:ident;)+) => {$(
        $(#[$doc])*
        ///
        /// # Errors
        /// [`StoreError::NotFound`].
        pub fn $name(&self, id: $id) -> Result<$thing, StoreError> {
            $thing::require(self.connection, id.0)
        }

        /// Adds one; its id is given by the store.
        ///
        /// # Errors
        /// [`StoreError::Invalid`] or [`StoreError::Duplicate`].
        pub fn $insert(&mut self, thing: $thing) -> Result<$id, StoreError> {
            self.$check(&thing)?;
            self.insert(thing).map($id)
        }

        /// Writes one that is there.
        ///
        /// # Errors
        /// [`StoreError::NotFound`] or [`StoreError::Invalid`].
        pub fn $update(&mut self, thing: &$thing) -> Result<(), StoreError> {
            self.$check(thing)?;
            self.update(thing)
        }
    )+};
}

macro_rules! deletions {
    ($($name:ident: $thing:ident, $id:ident;)+) => {$(
        /// Deletes one.
        ///
        /// # Errors
        /// [`StoreError::NotFound`], or [`StoreError::Invalid`] while other
        /// rows refer to it.
        pub fn $name(&mut self, id: $id) -> Result<(), StoreError> {
            self.delete::<$thing>(id.0)
        }
    )+};
}

impl Edits<'_> {
    rows! {
        /// A link.
        link: Link, LinkId, insert_link, update_link, anything;
        /// A zone.
        zone: Zone, ZoneId, insert_zone, update_zone, check_zone;
        /// A link between entities.
        entity_link: EntityLink, EntityLinkId, insert_entity_link, update_entity_link, anything;
        /// A layer.
        layer: Layer, LayerId, insert_layer, update_layer, anything;
        /// An annotator.
        annotator: Annotator, AnnotatorId, insert_annotator, update_annotator, anything;
        /// The language of an article or paragraph.
        language: LanguageMark, LanguageId, insert_language, update_language, check_language;
        /// The scheme.
        scheme: StoredScheme, SchemeId, insert_scheme, update_scheme, anything;
    }

    deletions! {
        delete_link: Link, LinkId;
        delete_zone: Zone, ZoneId;
        delete_entity_link: EntityLink, EntityLinkId;
        delete_layer: Layer, LayerId;
        delete_annotator: Annotator, AnnotatorId;
        delete_language: LanguageMark, LanguageId;
        delete_scheme: StoredScheme, SchemeId;
    }

    /// A span.
    ///
    /// # Errors
    /// [`StoreError::NotFound`].
    pub fn span(&self, id: SpanId) -> Result<Span, StoreError> {
        Span::require(self.connection, id.0)
    }

    /// Adds a span; its id is given by the store.
    ///
    /// # Errors
    /// [`StoreError::Invalid`] if its fragments are not sorted and apart, or
    /// do not say what the text says there.
    pub fn insert_span(&mut self, span: Span) -> Result<SpanId, StoreError> {
        self.check_span(&span)?;
        self.insert(span).map(SpanId)
    }

    /// Writes a span that is there. Links to it take its entity over.
    ///
    /// # Errors
    /// [`StoreError::NotFound`], or as [`insert_span`](Self::insert_span).
    pub fn update_span(&mut self, span: &Span) -> Result<(), StoreError> {
        let before = self.span(span.id)?;
        if before.fragments != span.fragments || before.layer != span.layer {
            self.check_span(span)?;
        }
        self.update(span)?;
        if before.entity != span.entity {
            for mut link in self.links_to(span.id)? {
                link.target = Target::Mention {
                    span: span.id,
                    entity: span.entity,
                };
                self.update(&link)?;
            }
        }
        Ok(())
    }

    /// An entity.
    ///
    /// # Errors
    /// [`StoreError::NotFound`].
    pub fn entity(&self, id: EntityId) -> Result<Entity, StoreError> {
        Entity::require(self.connection, id.0)
    }

    /// An article without its text.
    ///
    /// # Errors
    /// [`StoreError::NotFound`].
    pub fn document(&self, id: DocumentId) -> Result<Document, StoreError> {
        Document::require(self.connection, id.0)
    }

    /// Writes an article that is there; its text and checksum never change.
    /// Articles are added by
    /// [`add_documents`](crate::Project::add_documents) and removed by setting
    /// `removed_at`.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] or [`StoreError::Invalid`].
    pub fn update_document(&mut self, document: &Document) -> Result<(), StoreError> {
        if self.document(document.id)?.sha256 != document.sha256 {
            return Err(StoreError::Invalid(
                "the text of an article never changes".to_owned(),
            ));
        }
        self.update(document)
    }

    /// The links that start from a span.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn links_of(&self, head: SpanId) -> Result<Vec<Link>, StoreError> {
        link::of_head(self.connection, head)
    }

    /// The links that point to a span.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn links_to(&self, tail: SpanId) -> Result<Vec<Link>, StoreError> {
        link::to_tail(self.connection, tail)
    }

    /// The spans of a layer, by first code point.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn spans(&self, layer: LayerId) -> Result<Vec<Span>, StoreError> {
        span::of_layer(self.connection, layer)
    }

    /// The whole register by name, merged entities too.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn entities(&self) -> Result<Vec<Entity>, StoreError> {
        entity::all(self.connection)
    }

    /// The languages of an article: the whole article first, then its
    /// paragraphs in text order.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn languages(&self, document: DocumentId) -> Result<Vec<LanguageMark>, StoreError> {
        language::of_document(self.connection, document)
    }

    /// The zones of an article, in text order.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn zones(&self, document: DocumentId) -> Result<Vec<Zone>, StoreError> {
        zone::of_document(self.connection, document)
    }

    /// The scheme of the project.
    ///
    /// # Errors
    /// [`StoreError::FileDamaged`] if there is none.
    pub fn current_scheme(&self) -> Result<StoredScheme, StoreError> {
        scheme::current(self.connection)
    }

    fn check_span(&mut self, span: &Span) -> Result<(), StoreError> {
        let layer = Layer::require(self.connection, span.layer.0)?;
        let text = self.texts.get(self.connection, layer.document)?;
        check_fragments(&text, span)
    }

    fn check_zone(&mut self, zone: &Zone) -> Result<(), StoreError> {
        let text = self.texts.get(self.connection, zone.document)?;
        check_extent(&text, zone.extent())
    }

    fn check_language(&mut self, language: &LanguageMark) -> Result<(), StoreError> {
        let Some(extent) = language.extent else {
            return Ok(());
        };
        let text = self.texts.get(self.connection, language.document)?;
        check_extent(&text, extent)
    }

    #[expect(
        clippy::unused_self,
        clippy::unnecessary_wraps,
        reason = "the shape of the other checks"
    )]
    const fn anything<T>(&self, _thing: &T) -> Result<(), StoreError> {
        Ok(())
    }
}
