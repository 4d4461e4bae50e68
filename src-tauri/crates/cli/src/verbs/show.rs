//! `postil show`.

use super::{article, open};
use crate::args::Show;
use crate::output::Output;
use postil_app::problem::Problem;
use postil_core::bundle::{Bundle, LayerBundle};
use postil_core::link::{Link, Special, Target};
use postil_core::scheme::{Role, Scheme};
use postil_core::span::Span;
use postil_formats::jsonl::write_article;
use postil_store::Access;

pub fn run(args: &Show, output: &mut Output) -> Result<(), Problem> {
    let project = open(&args.project, Access::Read)?;
    let id = article(&project, &args.article)?;
    let bundle = project.bundle(id, |_| true)?;
    if args.json {
        let mut line = Vec::new();
        write_article(&mut line, &bundle).map_err(Problem::internal)?;
        return output.bytes(|out| out.write_all(&line));
    }
    let scheme = Scheme::parse(&project.scheme()?.json).map_err(Problem::internal)?;
    output.line(&bundle.document.title)?;
    output.line(&bundle.document.uid.to_string())?;
    for (key, value) in &bundle.document.metadata {
        output.line(&format!("{key}: {value}"))?;
    }
    output.line("")?;
    output.line(bundle.text.trim_end_matches('\n'))?;
    for layer in &bundle.layers {
        output.line("")?;
        output.line(&format!("— {}", layer.annotator.name))?;
        let claims = layer.spans.iter().filter(|span| is_claim(&scheme, span));
        for (at, claim) in claims.enumerate() {
            output.line(&claim_line(at.saturating_add(1), claim, layer, &bundle))?;
        }
    }
    Ok(())
}

fn is_claim(scheme: &Scheme, span: &Span) -> bool {
    scheme.role(&span.label) == Role::Statement
}

/// `1  38–64  words  said_by Patel  cued_by said`.
fn claim_line(number: usize, claim: &Span, layer: &LayerBundle, bundle: &Bundle) -> String {
    let places: Vec<String> = claim.extents().map(|extent| extent.to_string()).collect();
    let mut line = format!(
        "{number}\t{}\t{}",
        places.join(", "),
        on_one_line(&claim.quote())
    );
    for link in layer.links.iter().filter(|link| link.head == claim.id) {
        let target = on_one_line(&target(link, layer, bundle));
        line.push_str(&format!("\t{} {target}", link.kind));
    }
    line
}

fn target(link: &Link, layer: &LayerBundle, bundle: &Bundle) -> String {
    match link.target {
        Target::Special(Special::Author) => "(author)".to_owned(),
        Target::Special(Special::NotGiven) => "(not given)".to_owned(),
        Target::Mention { span, .. } => {
            let span = layer.spans.iter().find(|other| other.id == span);
            span.map(Span::quote).unwrap_or_default()
        }
        Target::Entity(id) => {
            let entity = bundle.entities.iter().find(|entity| entity.id == id);
            entity.map(|entity| entity.name.clone()).unwrap_or_default()
        }
    }
}

fn on_one_line(text: &str) -> String {
    text.replace(['\t', '\n'], " ")
}
