//! What INCEpTION's own export says of a project: how far each person is with each article.

use crate::line::{list, text};
use serde_json::Value;
use std::collections::HashMap;

/// How a layer is done where nothing else is said.
const DONE: &str = "done";

/// How far everybody is.
#[derive(Debug, Default)]
pub(super) struct States {
    /// By article and person.
    annotated: HashMap<(String, String), &'static str>,
    /// By article.
    curated: HashMap<String, &'static str>,
}

/// Whether this is the file that says so: `exportedproject.json`, or with a number before the dot.
pub(super) fn is_project(name: &str) -> bool {
    let file = name.rsplit(['/', '\\']).next().unwrap_or(name);
    file.starts_with("exportedproject") && file.ends_with(".json")
}

impl States {
    /// What the file says; nothing where it is not as expected, for the annotations are elsewhere.
    pub fn read(json: &[u8]) -> Self {
        let project: Value = serde_json::from_slice(json).unwrap_or_default();
        let annotated = list(&project, "annotation_documents").iter();
        let curated = list(&project, "source_documents").iter();
        Self {
            annotated: annotated
                .map(|one| {
                    let whose = (text(one, "name").to_owned(), text(one, "user").to_owned());
                    (whose, status(text(one, "state")))
                })
                .collect(),
            curated: curated
                .map(|one| (text(one, "name").to_owned(), status(text(one, "state"))))
                .collect(),
        }
    }

    /// The status of a layer.
    pub fn of(&self, article: &str, annotator: &str, curated: bool) -> &'static str {
        let known = if curated {
            self.curated.get(article)
        } else {
            self.annotated
                .get(&(article.to_owned(), annotator.to_owned()))
        };
        known.copied().unwrap_or(DONE)
    }
}

/// States are written with and without a line between their words.
fn status(state: &str) -> &'static str {
    match state.replace(['_', '-'], "").to_uppercase().as_str() {
        "NEW" => "new",
        "INPROGRESS" | "CURATIONINPROGRESS" => "started",
        _ => DONE,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn states_are_known_by_article_and_person() {
        let states = States::read(
            br#"{"name": "P",
                "source_documents": [{"name": "a.txt", "state": "CURATION_INPROGRESS"},
                                     {"name": "b.txt", "state": "CURATION_FINISHED"}],
                "annotation_documents": [{"name": "a.txt", "user": "ada", "state": "INPROGRESS"},
                                         {"name": "a.txt", "user": "bo", "state": "FINISHED"},
                                         {"name": "b.txt", "user": "ada", "state": "IN_PROGRESS"},
                                         {"name": "b.txt", "user": "bo", "state": "NEW"}]}"#,
        );
        let of = |article, annotator| states.of(article, annotator, false);
        assert_eq!((of("a.txt", "ada"), of("a.txt", "bo")), ("started", "done"));
        assert_eq!((of("b.txt", "ada"), of("b.txt", "bo")), ("started", "new"));
        assert_eq!(of("c.txt", "ada"), "done");
        assert_eq!(states.of("a.txt", "CURATION_USER", true), "started");
        assert_eq!(states.of("b.txt", "CURATION_USER", true), "done");
        assert_eq!(States::read(b"[no").of("a.txt", "ada", false), "done");
        assert!(is_project("x/exportedproject123.json") && !is_project("project.json"));
    }
}
