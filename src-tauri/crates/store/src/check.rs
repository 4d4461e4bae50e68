//! Checking that a project is whole.

use crate::error::StoreError;
use crate::project::Project;
use crate::read::all;
use crate::table::document;
use crate::text_cache::{check_extent, check_fragments};
use postil_core::id::DocumentId;
use postil_core::link::circles;
use postil_core::scheme::{LinkKind, Scheme};
use postil_core::text::{Text, sha256};
use rusqlite::Connection;

/// What a check found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CheckReport {
    /// One sentence for each problem; empty if all is well.
    pub problems: Vec<String>,
}

impl CheckReport {
    /// Whether nothing was found.
    #[must_use]
    pub fn is_clean(&self) -> bool {
        self.problems.is_empty()
    }
}

/// Reads through the file after an unclean close.
pub(crate) fn quick(connection: &Connection) -> Result<(), StoreError> {
    match sqlite_problems(connection, "PRAGMA quick_check")?
        .into_iter()
        .next()
    {
        None => Ok(()),
        Some(problem) => Err(StoreError::FileDamaged(problem)),
    }
}

fn sqlite_problems(connection: &Connection, pragma: &str) -> Result<Vec<String>, StoreError> {
    let mut found: Vec<String> = all(connection, pragma, [], |row| row.get(0))?;
    found.retain(|line| line != "ok");
    Ok(found)
}

impl Project {
    /// Checks the file, and that every annotation still lies where it says.
    /// `full` compares the indexes with their tables too.
    ///
    /// # Errors
    /// [`StoreError::FileDamaged`] if the file cannot even be read through.
    pub fn check(&self, full: bool) -> Result<CheckReport, StoreError> {
        self.at_once(|project| project.read_through(full))
    }

    fn read_through(&self, full: bool) -> Result<CheckReport, StoreError> {
        let connection = &self.connection;
        let pragma = if full {
            "PRAGMA integrity_check"
        } else {
            "PRAGMA quick_check"
        };
        let mut problems = sqlite_problems(connection, pragma)?;
        if !problems.is_empty() {
            return Ok(CheckReport { problems });
        }
        problems.extend(all(connection, "PRAGMA foreign_key_check", [], |row| {
            let table: String = row.get(0)?;
            let parent: String = row.get(2)?;
            let id = row.get::<_, Option<i64>>(1)?.unwrap_or_default();
            Ok(format!(
                "Row {id} of {table} refers to a row of {parent} that does not exist."
            ))
        })?);
        problems.extend(all(
            connection,
            include_str!("check/rules.sql"),
            [],
            |row| row.get(0),
        )?);
        let part_of = self.part_of_kinds(&mut problems)?;
        for id in all(
            connection,
            "SELECT id FROM document ORDER BY id",
            [],
            |row| row.get(0).map(DocumentId),
        )? {
            self.check_document(id, &part_of, &mut problems)?;
        }
        Ok(CheckReport { problems })
    }

    /// The link kinds by which no claim may be a part of itself.
    fn part_of_kinds(&self, problems: &mut Vec<String>) -> Result<Vec<String>, StoreError> {
        let Ok(stored) = self.scheme() else {
            // That there is none is said already.
            return Ok(Vec::new());
        };
        match Scheme::parse(&stored.json) {
            Ok(scheme) => {
                let kinds = scheme.links.into_iter().filter(LinkKind::is_part_of);
                Ok(kinds.map(|kind| kind.id).collect())
            }
            Err(error) => {
                problems.push(format!("The scheme cannot be read: {error}."));
                Ok(Vec::new())
            }
        }
    }

    fn check_document(
        &self,
        id: DocumentId,
        part_of: &[String],
        problems: &mut Vec<String>,
    ) -> Result<(), StoreError> {
        let document = self.document(id)?;
        let mut say =
            |problem: String| problems.push(format!("Article \"{}\": {problem}.", document.title));
        let text = Text::new(document::text(&self.connection, id)?);
        if sha256(text.as_str()) != document.sha256 {
            say("the text is not the one that was added".to_owned());
        }
        for language in self.languages(id)? {
            if let Some(extent) = language.extent
                && let Err(error) = check_extent(&text, extent)
            {
                say(format!("a paragraph's language, {error}"));
            }
        }
        for zone in self.zones(id)? {
            if let Err(error) = check_extent(&text, zone.extent()) {
                say(format!("zone {}, {error}", zone.uid));
            }
        }
        for layer in self.layers(id)? {
            let spans = self.spans(layer.id)?;
            for span in &spans {
                if let Err(error) = check_fragments(&text, span) {
                    say(format!("span {}, {error}", span.uid));
                }
            }
            let links = self.links(layer.id)?;
            for kind in part_of {
                for circle in circles(links.iter().filter(|link| link.kind == *kind)) {
                    let uids = spans.iter().filter(|span| circle.contains(&span.id));
                    let uids: Vec<String> = uids.map(|span| span.uid.to_string()).collect();
                    say(format!("parts of themselves are {}", uids.join(", ")));
                }
            }
        }
        Ok(())
    }
}
