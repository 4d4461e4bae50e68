UPDATE scheme SET uid = ?2, version = ?3, json = ?4 WHERE id = ?1
