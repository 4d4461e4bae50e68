//! Reading single things and lists.

use crate::edit::EntityUse;
use crate::error::StoreError;
use crate::project::Project;
use crate::table::{
    self, Stored, document, entity, entity_link, language, layer, link, question, scheme, span,
    zone,
};
use postil_core::document::{Document, LanguageMark, Zone};
use postil_core::entity::{Entity, EntityLink};
use postil_core::id::{
    AnnotatorId, DocumentId, EntityId, LayerId, LinkId, QuestionId, SpanId, Uid, ZoneId,
};
use postil_core::layer::{Annotator, Layer, LayerKind};
use postil_core::link::Link;
use postil_core::question::Question;
use postil_core::scheme::StoredScheme;
use postil_core::span::Span;
use rusqlite::{Connection, OptionalExtension, Params, Row, params};

/// All rows that a statement answers with.
pub(crate) fn all<T>(
    connection: &Connection,
    sql: &str,
    parameters: impl Params,
    read: impl FnMut(&Row<'_>) -> rusqlite::Result<T>,
) -> Result<Vec<T>, StoreError> {
    let mut statement = connection.prepare_cached(sql)?;
    Ok(statement
        .query_map(parameters, read)?
        .collect::<Result<_, _>>()?)
}

macro_rules! select {
    ($table:literal, $rest:literal) => {
        concat!(
            include_str!(concat!("table/", $table, "/select.sql")),
            $rest
        )
    };
}

/// The errors of every method: [`StoreError::NotFound`] for a single thing
/// that does not exist, else what reading the file answers.
#[allow(clippy::missing_errors_doc, reason = "said once for all")]
impl Project {
    /// Reads several things as they are at one moment, whatever a writer does
    /// meanwhile; also faster than one by one. The writer waits with its next
    /// edit until `read` is done, so long work reads a snapshot instead.
    pub fn at_once<T, E: From<StoreError>>(
        &self,
        read: impl FnOnce(&Self) -> Result<T, E>,
    ) -> Result<T, E> {
        if !self.connection.is_autocommit() {
            return read(self);
        }
        let transaction = self
            .connection
            .unchecked_transaction()
            .map_err(StoreError::from)?;
        let answer = read(self)?;
        transaction.commit().map_err(StoreError::from)?;
        Ok(answer)
    }

    /// An article without its text.
    pub fn document(&self, id: DocumentId) -> Result<Document, StoreError> {
        Document::require(&self.connection, id.0)
    }

    /// The text of an article.
    pub fn text(&self, id: DocumentId) -> Result<String, StoreError> {
        document::text(&self.connection, id)
    }

    /// The article with this text, in the bin or not: `sha256` is lower-case
    /// hex over its UTF-8.
    pub fn find_by_sha256(&self, sha256: &str) -> Result<Option<DocumentId>, StoreError> {
        Ok(self
            .connection
            .prepare_cached("SELECT id FROM document WHERE sha256 = ?1")?
            .query_row([sha256], |row| row.get(0).map(DocumentId))
            .optional()?)
    }

    /// The article with this uid, in the bin or not.
    pub fn find_by_uid(&self, uid: Uid) -> Result<Option<DocumentId>, StoreError> {
        Ok(self
            .connection
            .prepare_cached("SELECT id FROM document WHERE uid = ?1")?
            .query_row([uid.as_bytes()], |row| row.get(0).map(DocumentId))
            .optional()?)
    }

    /// The languages of an article: the whole article first, then its
    /// paragraphs in text order.
    pub fn languages(&self, document: DocumentId) -> Result<Vec<LanguageMark>, StoreError> {
        language::of_document(&self.connection, document)
    }

    /// The language of an article as a whole, a BCP 47 tag; `None` before it
    /// is known.
    pub fn language(&self, document: DocumentId) -> Result<Option<String>, StoreError> {
        language::of_whole(&self.connection, document)
    }

    /// A zone.
    pub fn zone(&self, id: ZoneId) -> Result<Zone, StoreError> {
        Zone::require(&self.connection, id.0)
    }

    /// The zones of an article, in text order.
    pub fn zones(&self, document: DocumentId) -> Result<Vec<Zone>, StoreError> {
        zone::of_document(&self.connection, document)
    }

    /// The layers of an article, oldest first.
    pub fn layers(&self, document: DocumentId) -> Result<Vec<Layer>, StoreError> {
        all(
            &self.connection,
            select!("layer", " WHERE document = ?1 ORDER BY id"),
            [document.0],
            layer::read,
        )
    }

    /// A layer.
    pub fn layer(&self, id: LayerId) -> Result<Layer, StoreError> {
        Layer::require(&self.connection, id.0)
    }

    /// One person's layer of an article, the oldest if there are several.
    pub fn layer_of(
        &self,
        document: DocumentId,
        annotator: AnnotatorId,
        kind: LayerKind,
    ) -> Result<Option<Layer>, StoreError> {
        let sql = select!(
            "layer",
            " WHERE document = ?1 AND annotator = ?2 AND kind = ?3 ORDER BY id LIMIT 1"
        );
        let kind = table::column::to_word(&kind)?;
        Ok(self
            .connection
            .prepare_cached(sql)?
            .query_row(params![document.0, annotator.0, kind], layer::read)
            .optional()?)
    }

    /// A span.
    pub fn span(&self, id: SpanId) -> Result<Span, StoreError> {
        Span::require(&self.connection, id.0)
    }

    /// The spans of a layer by start, end descending, label, uid.
    pub fn spans(&self, layer: LayerId) -> Result<Vec<Span>, StoreError> {
        span::of_layer(&self.connection, layer)
    }

    /// A link.
    pub fn link(&self, id: LinkId) -> Result<Link, StoreError> {
        Link::require(&self.connection, id.0)
    }

    /// The links of a layer, oldest first.
    pub fn links(&self, layer: LayerId) -> Result<Vec<Link>, StoreError> {
        link::of_layer(&self.connection, layer)
    }

    /// A question for the team.
    pub fn question(&self, id: QuestionId) -> Result<Question, StoreError> {
        Question::require(&self.connection, id.0)
    }

    /// The questions about spans of a layer, oldest first.
    pub fn questions_of(&self, layer: LayerId) -> Result<Vec<Question>, StoreError> {
        question::of_layer(&self.connection, layer)
    }

    /// The whole register by name, merged entities too.
    pub fn entities(&self) -> Result<Vec<Entity>, StoreError> {
        entity::all(&self.connection)
    }

    /// An entity.
    pub fn entity(&self, id: EntityId) -> Result<Entity, StoreError> {
        Entity::require(&self.connection, id.0)
    }

    /// What refers to an entity.
    pub fn entity_use(&self, id: EntityId) -> Result<EntityUse, StoreError> {
        EntityUse::of(&self.connection, id)
    }

    /// All links between entities.
    pub fn entity_links(&self) -> Result<Vec<EntityLink>, StoreError> {
        all(
            &self.connection,
            select!("entity_link", " ORDER BY uid"),
            [],
            entity_link::read,
        )
    }

    /// All annotators by name.
    pub fn annotators(&self) -> Result<Vec<Annotator>, StoreError> {
        all(
            &self.connection,
            select!("annotator", " ORDER BY name, uid"),
            [],
            table::annotator::read,
        )
    }

    /// An annotator.
    pub fn annotator(&self, id: AnnotatorId) -> Result<Annotator, StoreError> {
        Annotator::require(&self.connection, id.0)
    }

    /// The scheme of the project.
    pub fn scheme(&self) -> Result<StoredScheme, StoreError> {
        scheme::current(&self.connection)
    }
}
