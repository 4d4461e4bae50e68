UPDATE document SET removed_at = ?2, changed_at = ?3, changed_by = ?4 WHERE id = ?1
