//! What an export takes: from arguments to a choice.

use super::annotator;
use crate::args::{Choose, FlagName, Spread, Status};
use postil_app::problem::{Code, Problem};
use postil_app::transfer::Stratum;
use postil_core::choice::{Choice, pseudonyms};
use postil_core::layer::LayerStatus;
use postil_core::scheme::Scheme;
use postil_core::span::Flag;
use postil_store::Project;
use std::collections::BTreeSet;

/// The choice that the arguments make. A label or annotator that the project
/// does not have is refused: an empty export would look like a result.
pub fn choice(project: &Project, args: &Choose) -> Result<Choice, Problem> {
    let scheme = Scheme::parse(&project.scheme()?.json)
        .map_err(|error| Problem::new(Code::FileDamaged, "problem-scheme").cause(error))?;
    for label in &args.label {
        if scheme.label(label).is_none() {
            let known: Vec<&str> = scheme
                .labels
                .iter()
                .map(|label| label.id.as_str())
                .collect();
            return Err(Problem::new(Code::NotFound, "problem-no-such-label")
                .with("name", label.clone())
                .with("names", known.join(", ")));
        }
    }
    let mut named = BTreeSet::new();
    for name in &args.named {
        named.extend(annotator(project, Some(name.as_str()))?);
    }
    let flags = |given: &[FlagName]| given.iter().map(|flag| flag.flag()).collect();
    Ok(Choice {
        documents: None,
        statuses: args.status.iter().map(|status| status.status()).collect(),
        labels: args.label.iter().cloned().collect(),
        languages: args.language.iter().cloned().collect(),
        with_flags: flags(&args.with_flag),
        without_flags: flags(&args.without_flag),
        from: args.from.clone(),
        to: args.to.clone(),
        without_skipped: args.without_skipped,
        pseudonyms: if args.with_names {
            Default::default()
        } else {
            let annotators = project.annotators()?;
            pseudonyms(annotators.iter().map(|one| (one.id, one.uid)), &named)
        },
    })
}

impl Status {
    const fn status(self) -> LayerStatus {
        match self {
            Self::New => LayerStatus::New,
            Self::Started => LayerStatus::Started,
            Self::Done => LayerStatus::Done,
        }
    }
}

impl FlagName {
    const fn flag(self) -> Flag {
        match self {
            Self::Unsure => Flag::Unsure,
            Self::Question => Flag::Question,
            Self::CutsGrapheme => Flag::CutsGrapheme,
            Self::TextChanged => Flag::TextChanged,
        }
    }
}

impl Spread {
    pub const fn stratum(self) -> Stratum {
        match self {
            Self::Language => Stratum::Language,
            Self::Label => Stratum::Label,
        }
    }
}
