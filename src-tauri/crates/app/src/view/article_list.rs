//! The list of articles and its rows.

use super::project::{PRACTICE, UNDETERMINED, stated};
use crate::app::OpenProject;
use crate::commands::take_library;
use crate::problem::Problem;
use crate::wire::{ArticleList, DocumentRow};
use postil_core::id::DocumentId;
use postil_core::layer::LayerKind;
use postil_core::scheme::Role;
use postil_store::{DocumentSummary, Viewer};
use std::collections::HashMap;

/// So many rows go with a list: more than a window shows.
pub const ROWS_SENT: usize = 100;

/// All articles that are not in the bin; none is to be opened.
pub fn article_list(open: &mut OpenProject) -> Result<ArticleList, Problem> {
    let library = take_library(open)?;
    let articles: Vec<DocumentId> = library.articles().collect();
    let open_ones = library.unfinished().count();
    let list = ArticleList {
        rows: document_rows(open, articles.get(..ROWS_SENT).unwrap_or(&articles))?,
        done: u32::try_from(articles.len().saturating_sub(open_ones)).unwrap_or(u32::MAX),
        languages: library.languages(),
        first: None,
        articles,
    };
    open.library = Some(library);
    Ok(list)
}

/// The rows of some articles, in the order asked for; what lies in the bin has
/// none.
pub fn document_rows(
    open: &OpenProject,
    documents: &[DocumentId],
) -> Result<Vec<DocumentRow>, Problem> {
    let statement = open.scheme.label_with_role(Role::Statement);
    let labels: Vec<String> = statement
        .map(|label| label.id.clone())
        .into_iter()
        .collect();
    let viewer = Viewer {
        annotator: open.annotator.id,
        kind: LayerKind::Annotation,
    };
    let found = open.project.some_documents(documents, &viewer, &labels)?;
    let mut rows: HashMap<DocumentId, DocumentRow> = found
        .into_iter()
        .map(|summary| (summary.document.id, row(summary)))
        .collect();
    Ok(documents.iter().filter_map(|id| rows.remove(id)).collect())
}

fn row(summary: DocumentSummary) -> DocumentRow {
    DocumentRow {
        id: summary.document.id,
        status: summary.status,
        language: summary.language.unwrap_or_else(|| UNDETERMINED.to_owned()),
        claims: summary.statements,
        practice: summary.document.metadata.contains_key(PRACTICE),
        outlet: stated(&summary.document.metadata, "outlet"),
        published: stated(&summary.document.metadata, "published"),
        title: summary.document.title,
    }
}
