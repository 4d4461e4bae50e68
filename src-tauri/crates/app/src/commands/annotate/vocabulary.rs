//! Growing vocabularies: what is typed offers what was typed before.

use crate::app::App;
use crate::commands::request::AskWords;
use crate::problem::Problem;
use crate::wire::WordUsed;

/// The most words that are offered.
const WORDS: u32 = 2_000;

/// The words of an attribute that were used so far in the project, those used
/// most first.
pub fn words(app: &mut App, request: AskWords) -> Result<Vec<WordUsed>, Problem> {
    let project = &app.opened()?.project;
    let used = if request.links {
        project.vocabulary_of_links(&request.of, &request.attribute, WORDS)?
    } else {
        project.vocabulary(&request.of, &request.attribute, WORDS)?
    };
    Ok(used
        .into_iter()
        .map(|(word, count)| WordUsed { word, count })
        .collect())
}
