INSERT INTO scheme (id, uid, version, json) VALUES (?1, ?2, ?3, ?4)
