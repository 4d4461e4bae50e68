UPDATE entity
SET uid = ?2, kind = ?3, name = ?4, aliases = ?5, attributes = ?6, note = ?7, merged_into = ?8
WHERE id = ?1
