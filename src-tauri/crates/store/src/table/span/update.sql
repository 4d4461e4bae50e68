UPDATE span
SET uid = ?2, layer = ?3, label = ?4, attributes = ?5, entity = ?6, note = ?7, flags = ?8,
  scheme_version = ?9
WHERE id = ?1
