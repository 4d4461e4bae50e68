UPDATE layer
SET uid = ?2, document = ?3, annotator = ?4, kind = ?5, status = ?6, answers = ?7,
  scheme_version = ?8, active_ms = ?9
WHERE id = ?1
