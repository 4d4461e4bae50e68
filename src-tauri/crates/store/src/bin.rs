//! Emptying the bin: the one thing that cannot be undone.

use crate::error::StoreError;
use crate::journal;
use crate::project::Project;

impl Project {
    /// Deletes the articles in the bin with everything that belongs to them,
    /// and their earlier versions for good; entities stay. Nothing before it can be undone any more, nor
    /// redone. Answers how many articles were deleted. `now` is Unix
    /// milliseconds.
    ///
    /// # Errors
    /// When the file cannot be written; nothing is deleted then.
    pub fn empty_bin(&mut self, now: i64) -> Result<usize, StoreError> {
        self.require_writable()?;
        crate::batch::require_none(&self.connection)?;
        let writing = self.writing()?;
        let deleted: u32 = writing.query_row(
            "SELECT count(*) FROM document WHERE removed_at > 0",
            [],
            |row| row.get(0),
        )?;
        if deleted == 0 {
            return Ok(0);
        }
        for sql in [
            include_str!("bin/earlier_versions.sql"),
            include_str!("bin/questions.sql"),
            include_str!("bin/links.sql"),
            include_str!("bin/fragments.sql"),
            include_str!("bin/spans.sql"),
            include_str!("bin/layer_versions.sql"),
            "DELETE FROM layer WHERE document IN (SELECT id FROM document WHERE removed_at > 0)",
            "DELETE FROM zone WHERE document IN (SELECT id FROM document WHERE removed_at > 0)",
            "DELETE FROM language WHERE document IN (SELECT id FROM document WHERE removed_at > 0)",
            "DELETE FROM search WHERE rowid IN (SELECT id FROM document WHERE removed_at > 0)",
            include_str!("bin/versions_of.sql"),
        ] {
            writing.execute(sql, [])?;
        }
        writing.execute("DELETE FROM document WHERE removed_at > 0", [])?;
        journal::close_line(&writing, "empty_bin", now)?;
        writing.commit(&[])?;
        self.register_is_stale();
        self.texts = crate::text_cache::TextCache::default();
        Ok(usize::try_from(deleted).unwrap_or(usize::MAX))
    }
}
