UPDATE annotator SET uid = ?2, name = ?3 WHERE id = ?1
