UPDATE document
SET uid = ?2, title = ?3, metadata = ?4, version_of = ?5, added_at = ?6, removed_at = ?7,
  changed_at = ?8, changed_by = ?9
WHERE id = ?1
