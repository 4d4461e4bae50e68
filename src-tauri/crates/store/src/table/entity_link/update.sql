UPDATE entity_link SET uid = ?2, kind = ?3, head = ?4, tail = ?5 WHERE id = ?1
