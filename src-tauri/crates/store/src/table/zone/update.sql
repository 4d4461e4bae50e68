UPDATE zone
SET uid = ?2, document = ?3, start = ?4, end = ?5, kind = ?6, reason = ?7, state = ?8, by = ?9
WHERE id = ?1
