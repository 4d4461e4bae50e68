UPDATE question
SET uid = ?2, layer = ?3, span = ?4, text = ?5, asked_at = ?6, asked_by = ?7,
  answer = ?8, answered_at = ?9, answered_by = ?10, subject = ?11, scheme_version = ?12
WHERE id = ?1
