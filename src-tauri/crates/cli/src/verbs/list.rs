//! `postil list`.

use super::{counted, open};
use crate::args::List;
use crate::output::Output;
use postil_app::problem::Problem;
use postil_app::transfer::{Selection, export_to};
use postil_core::layer::LayerStatus;
use postil_core::scheme::{Role, Scheme};
use postil_formats::jsonl;
use postil_formats::option::Options;
use postil_store::{Access, DocumentFilter, Project};

/// Columns: number, status of the layer that is furthest, claims, language,
/// code points, title.
pub fn run(args: &List, output: &mut Output) -> Result<(), Problem> {
    let project = open(&args.project, Access::Read)?;
    if args.json {
        let everything = Selection::default();
        let defaults = Options::default();
        let mut written = Ok(());
        output.bytes(|out| {
            written = export_to(&project, &jsonl::ROW, &defaults, out, &everything).map(|_| ());
            Ok(())
        })?;
        return written;
    }
    let scheme = Scheme::parse(&project.scheme()?.json).ok();
    for summary in project.documents(&DocumentFilter::default())? {
        let (status, claims) = progress(&project, &summary.document, scheme.as_ref())?;
        output.line(&format!(
            "{}\t{status}\t{claims}\t{}\t{}\t{}",
            summary.document.id,
            summary.language.as_deref().unwrap_or("und"),
            summary.length,
            summary.document.title.replace(['\t', '\n'], " "),
        ))?;
    }
    Ok(())
}

fn progress(
    project: &Project,
    document: &postil_core::document::Document,
    scheme: Option<&Scheme>,
) -> Result<(&'static str, u32), Problem> {
    let mut furthest = "new";
    let mut claims = 0_u32;
    for layer in project.layers(document.id)? {
        furthest = match (furthest, layer.status) {
            ("done", _) | (_, LayerStatus::Done) => "done",
            (_, LayerStatus::Started) => "started",
            (other, LayerStatus::New) => other,
        };
        let spans = project.spans(layer.id)?;
        let statements = spans.iter().filter(|span| {
            scheme.is_some_and(|scheme| scheme.role(&span.label) == Role::Statement)
        });
        claims = claims.saturating_add(counted(statements.count()));
    }
    Ok((furthest, claims))
}
