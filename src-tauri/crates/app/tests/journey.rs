//! What a person does with the keys, through the commands of the window.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot go on fails"
)]

#[path = "journey/answers.rs"]
mod answers;
#[path = "journey/attribution.rs"]
mod attribution;
#[path = "journey/author.rs"]
mod author;
#[path = "journey/check.rs"]
mod check;
#[path = "journey/chinese.rs"]
mod chinese;
#[path = "journey/claims.rs"]
mod claims;
#[path = "journey/correcting.rs"]
mod correcting;
#[path = "journey/dividing.rs"]
mod dividing;
#[path = "journey/exporting.rs"]
mod exporting;
#[path = "journey/finding.rs"]
mod finding;
#[path = "journey/history.rs"]
mod history;
#[path = "journey/import_values.rs"]
mod import_values;
#[path = "journey/importing.rs"]
mod importing;
#[path = "journey/jobs.rs"]
mod jobs;
#[path = "journey/language.rs"]
mod language;
#[path = "journey/library.rs"]
mod library;
#[path = "journey/links.rs"]
mod links;
#[path = "journey/marking.rs"]
mod marking;
#[path = "journey/naming.rs"]
mod naming;
#[path = "journey/near.rs"]
mod near;
#[path = "journey/occurrences.rs"]
mod occurrences;
#[path = "journey/offers.rs"]
mod offers;
#[path = "journey/pages.rs"]
mod pages;
#[path = "journey/program.rs"]
mod program;
#[path = "journey/project.rs"]
mod project;
#[path = "journey/proposals.rs"]
mod proposals;
#[path = "journey/questions.rs"]
mod questions;
#[path = "journey/register.rs"]
mod register;
#[path = "journey/scheme.rs"]
mod scheme;
#[path = "journey/standing.rs"]
mod standing;
#[path = "journey/zones.rs"]
mod zones;

const NEWS: &str = "Mills To Reopen In Veldan, Mayor Says\n\n\
\"The mills will open in Veldan again,\" Mayor Ilse Brandt told reporters on Monday. \
\"We kept,\" Brandt went on, \"every promise.\"\n\
Otto Kern said the plan had failed. He blamed Veldan. Talks in Oster would resume.\n";
