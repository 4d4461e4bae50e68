INSERT INTO entity_link (id, uid, kind, head, tail) VALUES (?1, ?2, ?3, ?4, ?5)
