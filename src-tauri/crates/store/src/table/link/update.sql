UPDATE link
SET uid = ?2, layer = ?3, kind = ?4, head = ?5, tail = ?6, entity = ?7, special = ?8,
  attributes = ?9, note = ?10, by_rule = ?11
WHERE id = ?1
